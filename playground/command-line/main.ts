import { parseCommand } from './command.ts';
import { help } from './help.ts';
import { instrument } from './instrument-command.ts';
import { measure } from './measure-command.ts';
import { run } from './run-command.ts';
import { type Streams, say } from './streams.ts';
import { trace } from './trace-command.ts';

/** The `pagewise` command. Resolves to the exit status. */
export async function main(args: readonly string[], streams: Streams): Promise<number> {
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
    default:
      return command satisfies never;
  }
}
