import { createNodeCompiler } from '../compiler/node-compiler.ts';
import { isModule, type ProgramChoice } from './command.ts';
import { memoriesProblem } from './memories-problem.ts';
import { readBytes, readProgram, Unreadable } from './read-program.ts';
import { showDiagnostic } from './show-diagnostic.ts';
import { type Streams, say } from './streams.ts';

/** A linked program, and the way from the names of its files to those that the user knows. */
export interface LoadedProgram {
  readonly wasm: Uint8Array;
  readonly shown: (path: string) => string;
}

/** Compiles the files, or reads the module. Where that fails the user was told, and the exit status is returned. */
export async function loadProgram(choice: ProgramChoice, streams: Streams): Promise<LoadedProgram | number> {
  try {
    const [first = ''] = choice.files;
    return isModule(first) ? readModule(first, streams) : await compile(choice, streams);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    say(streams, `pagewise: ${error.message}\n`);
    return 2;
  }
}

async function compile(choice: ProgramChoice, streams: Streams): Promise<LoadedProgram | number> {
  const program = readProgram(choice.files);
  const compilation = await createNodeCompiler().compile(program.files, choice.settings);
  if (compilation.status === 'cancelled') throw new Error('nobody cancelled the compilation');
  for (const diagnostic of compilation.diagnostics) say(streams, showDiagnostic(diagnostic, program));
  if (compilation.status === 'did-not-compile') return 1;
  const known = new Set(program.files.map(({ path }) => path));
  return { wasm: compilation.wasm, shown: (path) => (known.has(path) ? program.shown(path) : path) };
}

function readModule(name: string, streams: Streams): LoadedProgram | number {
  const wasm = readBytes(name);
  const memories = memoriesProblem(wasm);
  if (memories) {
    say(streams, `${name}: pagewise: ${memories}\n`);
    return 1;
  }
  try {
    const exported = WebAssembly.Module.exports(new WebAssembly.Module(wasm as BufferSource));
    if (exported.some(({ name: found, kind }) => found === 'memory' && kind === 'memory')) {
      return { wasm, shown: (path) => path };
    }
    say(streams, `${name}: pagewise: the module exports no memory named \`memory\`, so there is nothing to look at\n`);
  } catch (error) {
    say(streams, `${name}: pagewise: ${(error as Error).message}\n`);
  }
  return 1;
}
