import type { SourceFile } from '../compiler/compilation.ts';
import { isSourceName } from '../files/open-project.ts';
import { shortened } from '../files/parse-project.ts';
import { isScript } from '../lesson/file-names.ts';
import { moduleProblem, sizeProblem } from '../session/inspect-module.ts';
import type { DroppedFile } from './dropped-files.ts';
import { emptyJavaScript } from './lab-program.ts';
import { withShortPaths } from './module-sources.ts';

/** A module that was made elsewhere, in place of the program that the lab compiles. Nothing of it is kept. */
export interface OpenedModule {
  /** The file's name. */
  readonly name: string;
  readonly wasm: Uint8Array;
  /** What came with it; read only. */
  readonly sources: readonly SourceFile[];
  /** The script that runs beside it: the program's own knows other exports. */
  readonly javascript: SourceFile;
}

export type Opening =
  /** `leftOut` names the files that came with it and are not used. */
  | { readonly ok: true; readonly module: OpenedModule; readonly leftOut: readonly string[] }
  /** In words, for the learner. */
  | { readonly ok: false; readonly problem: string };

const sourceNames = /\.(c|cc|cpp|cxx|c\+\+|cppm|m|h|hh|hpp|hxx|h\+\+|inc|inl|ipp|tpp|rs|zig|swift|go|d|ts|s|wat)$/i;
/** Bytes of one source file, and files, that are shown at most. */
const mostText = 2_000_000;
const mostSources = 500;

/** Whether what was dropped is a module, or belongs to the one that is open; else it may be a program's files. */
export function isForModule(files: readonly DroppedFile[], open: OpenedModule | null): boolean {
  if (files.some(({ path }) => /\.zip$/i.test(path))) return false;
  const hasSources = files.some(({ path }) => isSourceName(path));
  return files.some(({ path }) => /\.wasm$/i.test(path)) || open !== null || !hasSources;
}

/** Opens what was dropped: one module, and any sources of it. Sources alone go with the module that is open. */
export async function openModule(files: readonly DroppedFile[], open: OpenedModule | null): Promise<Opening> {
  const modules = files.filter(({ path }) => /\.wasm$/i.test(path));
  const named = files.filter(({ path, file }) => sourceNames.test(path) && file.size <= mostText);
  const taken = named.slice(0, mostSources);
  const sources = await readSources(taken);
  const leftOut = files.filter((one) => !taken.includes(one) && !modules.includes(one)).map(({ path }) => path);
  if (modules.length > 1) {
    return refuse(
      `These are ${modules.length} modules: ${modules.map(({ path }) => path).join(', ')}. Open one of them.`,
    );
  }
  if (modules.length === 0 && open && sources.length > 0) return { ok: true, module: { ...open, sources }, leftOut };
  const [chosen] = modules.length > 0 ? modules : files;
  if (!chosen) return refuse('There is no file in this. Drop a file whose name ends in .wasm.');
  const { file } = chosen;
  if (modules.length === 0 && sources.length > 0) {
    return refuse(`${file.name} is source code. Drop it together with the .wasm file that was compiled from it.`);
  }
  const tooLarge = sizeProblem(file.size);
  const wasm = tooLarge ? new Uint8Array() : new Uint8Array(await file.arrayBuffer());
  const problem = tooLarge ?? (await moduleProblem(wasm));
  if (problem !== null) return refuse(`${file.name} cannot be opened. ${problem}`);
  return { ok: true, module: { name: file.name, wasm, sources, javascript: emptyJavaScript }, leftOut };
}

/** What is said of files that came with a module and are not used; null where there are none. */
export function leftOutInWords(leftOut: readonly string[]): string | null {
  if (leftOut.length === 0) return null;
  const [one, few] = [leftOut.length === 1, leftOut.slice(0, 3).map(shortened).join(', ')];
  const names = leftOut.length > 3 ? `${few} and ${leftOut.length - 3} more` : few;
  const scripts = leftOut.some(isScript)
    ? ' The page hosts the module itself, without the glue that was made with it: write what your script does with it into the script here.'
    : '';
  return `${names} ${one ? 'is' : 'are'} not used.${scripts}`;
}

async function readSources(files: readonly DroppedFile[]): Promise<readonly SourceFile[]> {
  return withShortPaths(await Promise.all(files.map(async ({ path, file }) => ({ path, text: await file.text() }))));
}

const refuse = (problem: string): Opening => ({ ok: false, problem });
