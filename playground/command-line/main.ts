import { parseCommand } from './command.ts';
import type { GradeChoice } from './grade-choice.ts';
import { help } from './help.ts';
import { instrument } from './instrument-command.ts';
import type { LessonChoice } from './lesson-choice.ts';
import { measure } from './measure-command.ts';
import { run } from './run-command.ts';
import { type Streams, say } from './streams.ts';
import { trace } from './trace-command.ts';

/** Commands that lie above the playground, as lessons do. Each resolves to the exit status. */
export interface CommandsAbove {
  lesson(choice: LessonChoice, streams: Streams): Promise<number>;
  grade(choice: GradeChoice, streams: Streams): Promise<number>;
}

/** The `pagewise` command. Resolves to the exit status. */
export async function main(args: readonly string[], streams: Streams, above: CommandsAbove): Promise<number> {
  const command = parseCommand(args);
  switch (command.kind) {
    case 'help':
      streams.output(new TextEncoder().encode(help(command.topic)));
      return 0;
    case 'misused':
      say(streams, `pagewise: ${command.message}; \`pagewise --help\` tells more\n`);
      return 2;
    case 'run':
      return run(command.program, streams);
    case 'trace':
      return trace(command.choice, streams);
    case 'measure':
      return measure(command.choice, streams);
    case 'instrument':
      return instrument(command, streams);
    case 'grade':
      return above.grade(command.choice, streams);
    case 'lesson':
      return above.lesson(command.choice, streams);
    default:
      return command satisfies never;
  }
}
