import { type ModuleBeside, withModulesBeside } from '../../trace/modules-beside.ts';
import type { Compilation, Diagnostic, SourceFile } from '../compilation.ts';
import { besideProblems, isWat, moduleNameOf, watProblems } from './wat-program.ts';
import { inLearnersWords } from './wat-words.ts';

/** The assembler: some 160 kB over the wire, fetched by the first program that needs it. */
type Assembler = Awaited<ReturnType<typeof import('wabt')>>;
let started: Promise<Assembler> | null = null;

/**
 * Assembles a program that is one WAT file. What is wrong with it is told at its line and column. The module keeps the names of its
 * functions and locals. It has to export its memory as `memory`, and may import functions: WASI's, and those that a
 * script gives which makes the instance.
 */
export async function assemble(files: readonly SourceFile[]): Promise<Compilation> {
  const problems = watProblems(files);
  const file = files.find(({ path }) => isWat(path));
  if (problems.length > 0 || !file) return { status: 'did-not-compile', diagnostics: problems };
  const made = await toModule(file);
  const diagnostics = made instanceof Uint8Array ? await hostProblems(made, file) : made;
  if (!(made instanceof Uint8Array) || diagnostics.length > 0) return { status: 'did-not-compile', diagnostics };
  return { status: 'compiled', wasm: made, diagnostics };
}

/**
 * Compiles C and C++ by `compile`, and assembles the WAT files beside them: their modules travel in the program's (see
 * `modulesIn`), and may import and export what they like.
 */
export async function compileBeside(
  files: readonly SourceFile[],
  compile: (sources: readonly SourceFile[]) => Promise<Compilation>,
): Promise<Compilation> {
  const texts = files.filter(({ path }) => isWat(path));
  if (texts.length === 0) return compile(files);
  const compilation = await compile(files.filter(({ path }) => !isWat(path)));
  if (compilation.status === 'cancelled') return compilation;
  const { beside, problems } = await assembleBeside(texts);
  const diagnostics = [...compilation.diagnostics, ...problems];
  if (compilation.status !== 'compiled' || problems.length > 0) return { status: 'did-not-compile', diagnostics };
  return { status: 'compiled', wasm: withModulesBeside(compilation.wasm, beside), diagnostics };
}

/** Finds errors in C and C++ by `check`, and in the WAT files beside them. */
export async function checkBeside(
  files: readonly SourceFile[],
  check: (sources: readonly SourceFile[]) => Promise<readonly Diagnostic[]>,
): Promise<readonly Diagnostic[]> {
  const texts = files.filter(({ path }) => isWat(path));
  if (texts.length === 0) return check(files);
  const found = await check(files.filter(({ path }) => !isWat(path)));
  return [...found, ...(await assembleBeside(texts)).problems];
}

async function assembleBeside(texts: readonly SourceFile[]) {
  const beside: ModuleBeside[] = [];
  const problems: Diagnostic[] = texts.flatMap(besideProblems);
  for (const file of texts) {
    const made = await toModule(file);
    if (made instanceof Uint8Array) beside.push({ name: moduleNameOf(file.path), wasm: made });
    else problems.push(...made);
  }
  return { beside, problems };
}

/** What is wrong with such a program; nothing where it can be assembled. */
export async function checkWat(files: readonly SourceFile[]): Promise<readonly Diagnostic[]> {
  const compilation = await assemble(files);
  return compilation.status === 'did-not-compile' ? compilation.diagnostics : [];
}

async function toModule(file: SourceFile): Promise<Uint8Array | readonly Diagnostic[]> {
  started ??= import('wabt').then(({ default: wabt }) => wabt());
  started.catch(() => {
    started = null; // whoever asks next fetches it again
  });
  const assembler = await started;
  try {
    // As bytes: of a text it would take the lowest byte of each character.
    const module = assembler.parseWat(file.path, new TextEncoder().encode(file.text));
    try {
      module.validate();
      return module.toBinary({ write_debug_names: true }).buffer.slice();
    } finally {
      module.destroy();
    }
  } catch (error) {
    return parseAssemblerOutput(error instanceof Error ? error.message : String(error), file);
  }
}

/** Reads what the assembler says is wrong: lines of `path:line:column: error: message`, its columns in bytes. */
function parseAssemblerOutput(output: string, { path, text }: SourceFile): readonly Diagnostic[] {
  const lines = text.split('\n');
  const found = [...output.matchAll(/:(\d+):(\d+): error: (.*)$/gm)].map(([, line, column, message = '']) => {
    const before = new TextEncoder().encode(lines[Number(line) - 1] ?? '').subarray(0, Number(column) - 1);
    const at = new TextDecoder().decode(before).length + 1;
    return error(path, inLearnersWords(message), Number(line), at);
  });
  return found.length > 0 ? found : [error(path, inLearnersWords(output))];
}

/** What keeps a valid module from being shown here. */
async function hostProblems(wasm: Uint8Array, { path, text }: SourceFile): Promise<readonly Diagnostic[]> {
  let module: WebAssembly.Module;
  try {
    module = await WebAssembly.compile(wasm as Uint8Array<ArrayBuffer>);
  } catch (refusal) {
    return [error(path, `This host does not take the module: ${refusal instanceof Error ? refusal.message : refusal}`)];
  }
  const foreign = WebAssembly.Module.imports(module).filter(({ kind }) => kind !== 'function');
  if (foreign.length > 0) {
    return foreign.map(({ module: from, name, kind }) => {
      const { line, column } = placeOf(text, new RegExp(`"${literal(from)}"\\s+"${literal(name)}"`));
      const message = `It imports the ${kind} "${from}" "${name}", which is not provided here. Let the module have its ${kind} itself.`;
      return error(path, message, line, column);
    });
  }
  if (WebAssembly.Module.exports(module).some(({ name, kind }) => name === 'memory' && kind === 'memory')) return [];
  const { line, column } = placeOf(text, /\(\s*memory\b/);
  return [error(path, 'It exports no memory as "memory": write `(memory (export "memory") 1)`.', line, column)];
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Where a text has the first match, counted from 1; its start where it has none. */
function placeOf(text: string, pattern: RegExp): { readonly line: number; readonly column: number } {
  const before = text.slice(0, pattern.exec(text)?.index ?? 0).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

const error = (path: string, message: string, line = 1, column = 1): Diagnostic => ({
  severity: 'error',
  path,
  line,
  column,
  message,
});
