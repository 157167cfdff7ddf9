import { runInNode } from '../session/node/run-in-node.ts';
import type { ProgramChoice } from './command.ts';
import { loadProgram } from './load-program.ts';
import { outcomeInWords } from './outcome-in-words.ts';
import { type Streams, say } from './streams.ts';

/** `pagewise run`: resolves to the exit status, the program's where it has one. */
export async function run(choice: ProgramChoice, streams: Streams): Promise<number> {
  const program = await loadProgram(choice, streams);
  if (typeof program === 'number') return program;
  const { outcome } = await runInNode({
    wasm: program.wasm,
    arguments: choice.arguments,
    stdin: streams.input,
    stdout: streams.output,
    stderr: streams.error,
    environment: streams.environment,
    rewritten: false,
  });
  if (outcome.status !== 'finished') {
    say(streams, `${outcomeInWords(outcome, program.shown)}\n`);
    return 134;
  }
  if (outcome.exitCode !== null) return outcome.exitCode;
  say(streams, 'pagewise: the program has no function `main`, so there is nothing to run; check its spelling\n');
  return 1;
}
