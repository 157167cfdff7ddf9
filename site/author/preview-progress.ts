import type { CompiledLesson } from '../../playground/lesson/lesson.ts';
import type { LessonProgram } from '../../playground/lesson/program.ts';
import { createProgressStore, type ProgressStore } from '../progress/progress-store.ts';
import { createShelf } from '../progress/shelf.ts';

/** Answers and edits of a preview: an author who tries a lesson out leaves nothing in the course. */
export function createPreviewProgress(): ProgressStore {
  const nowhere = createShelf(() => {
    throw new DOMException('a preview keeps nothing', 'NotSupportedError');
  });
  return createProgressStore(nowhere, 'preview:');
}

/** Forgets what was edited in the lab of programs that the author has changed since. */
export function forgetEdits(progress: ProgressStore, next: CompiledLesson, before: CompiledLesson | null): void {
  const known = new Map(programsOf(before).map((program) => [program.id, sourceOf(program)]));
  const changed = programsOf(next).filter((program) => known.get(program.id) !== sourceOf(program));
  if (changed.length === 0) return;
  progress.update(next.slug, (saved) => {
    const files = { ...saved.files };
    for (const { id } of changed) delete files[id];
    return { ...saved, files };
  });
}

const sourceOf = ({ files, javascript, settings }: LessonProgram): string =>
  JSON.stringify([files, javascript, settings]);

function programsOf(lesson: CompiledLesson | null): readonly LessonProgram[] {
  if (!lesson) return [];
  const exercises = lesson.blocks.flatMap((block) => (block.kind === 'exercise' ? [block.exercise.starter] : []));
  return [...lesson.programs, ...exercises];
}
