import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CreateGlue } from '../host/glue.ts';
import { needsEmbind } from '../host/imports.ts';

export interface Runtime {
  readonly folder: string;
  /** The engine, compiled once a process. */
  engine(): Promise<WebAssembly.Module>;
  /** The smaller glue unless the program uses Embind. */
  glueFor(module: WebAssembly.Module): Promise<CreateGlue>;
}

/** Finds the built runtime: in `folder`, or in `build/runtime` of a folder above this file. */
export function findRuntime(folder?: string): Runtime {
  const found = folder ?? searchUpwards(dirname(fileURLToPath(import.meta.url)));
  return {
    folder: found,
    engine() {
      const known =
        engines.get(found) ?? readFile(join(found, 'engine.wasm')).then((bytes) => WebAssembly.compile(bytes));
      engines.set(found, known);
      return known;
    },
    async glueFor(module) {
      const file = join(found, needsEmbind(module) ? 'glue-embind.mjs' : 'glue.mjs');
      const imported: { readonly default: CreateGlue } = await import(/* @vite-ignore */ pathToFileURL(file).href);
      return imported.default;
    },
  };
}

const engines = new Map<string, Promise<WebAssembly.Module>>();

function searchUpwards(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    const candidate = join(folder, 'build', 'runtime');
    if (existsSync(join(candidate, 'glue.mjs'))) return candidate;
    if (folder === dirname(folder)) throw new Error(`no build/runtime above ${start}: run npm run build first`);
  }
}
