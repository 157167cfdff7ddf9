import type { LessonChoice } from '../../playground/command-line/lesson-choice.ts';
import type { Streams } from '../../playground/command-line/streams.ts';
import { check } from './check-command.ts';
import { list } from './list-command.ts';
import { newLesson } from './new-command.ts';
import { preview } from './preview-command.ts';

/** `pagewise lesson`: resolves to the exit status. */
export async function lesson(choice: LessonChoice, streams: Streams): Promise<number> {
  switch (choice.kind) {
    case 'check':
      return check(choice, streams);
    case 'list':
      return list(choice, streams);
    case 'new':
      return newLesson(choice, streams);
    case 'preview':
      return preview(choice, streams);
    default:
      return choice satisfies never;
  }
}
