import { writeSync } from 'node:fs';
import { createNodeCompiler } from '../compiler/node-compiler.ts';
import { runInNode } from '../session/node/run-in-node.ts';
import type { Outcome } from '../session/run.ts';
import { type Command, help, parseCommand } from './command.ts';
import { type Program, readProgram } from './read-program.ts';
import { showDiagnostic } from './show-diagnostic.ts';

const encoder = new TextEncoder();
const say = (text: string): void => writeAll(2, encoder.encode(text));

/** The `pagewise` command. Resolves to the exit status. */
export async function main(args: readonly string[]): Promise<number> {
  const command = parseCommand(args);
  switch (command.kind) {
    case 'help':
      writeAll(1, encoder.encode(help));
      return 0;
    case 'misused':
      say(`pagewise: ${command.message}; \`pagewise --help\` tells more\n`);
      return 2;
    case 'run':
      return run(command);
    default:
      return command satisfies never;
  }
}

async function run(command: Extract<Command, { kind: 'run' }>): Promise<number> {
  let program: Program;
  try {
    program = readProgram(command.files);
  } catch (error) {
    say(`pagewise: ${(error as Error).message}\n`);
    return 2;
  }
  const compilation = await createNodeCompiler().compile(program.files, command.settings);
  if (compilation.status === 'cancelled') throw new Error('nobody cancelled the compilation');
  for (const diagnostic of compilation.diagnostics) say(showDiagnostic(diagnostic, program));
  if (compilation.status === 'did-not-compile') return 1;
  const { outcome } = await runInNode({
    wasm: compilation.wasm,
    arguments: command.arguments,
    stdin: 0,
    stdout: (bytes) => writeAll(1, bytes),
    stderr: (bytes) => writeAll(2, bytes),
    environment: Object.fromEntries(Object.entries(process.env).map(([name, value]) => [name, value ?? ''])),
    rewritten: false,
  });
  if (outcome.status === 'finished' && outcome.exitCode === null) {
    say('pagewise: the program has no function `main`, so there is nothing to run; check its spelling\n');
    return 1;
  }
  return statusOf(outcome, program);
}

function statusOf(outcome: Outcome, program: Program): number {
  const ended = (words: string, location: Extract<Outcome, { status: 'trapped' }>['location']): number => {
    const place = location ? `${program.shown(location.path)}:${location.line}: ` : '';
    say(`${place}pagewise: the program was ended: ${words}\n`);
    return 134;
  };
  switch (outcome.status) {
    case 'finished':
      return outcome.exitCode ?? 0;
    case 'trapped':
      return ended(outcome.reason, outcome.location);
    case 'threw':
      return ended(outcome.message, outcome.location);
    case 'waiting-for-input':
      return ended('it waits for input that cannot come', null);
    case 'stopped':
      return ended('it was stopped', null);
    default:
      return outcome satisfies never;
  }
}

/** Writes all bytes before it returns: the process may exit right after. */
function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') process.exit(141); // the reader has gone, as SIGPIPE would tell
      if (code === 'EAGAIN') continue;
      writeSync(2, encoder.encode(`pagewise: what the program prints cannot be written (${code})\n`));
      process.exit(2);
    }
  }
}
