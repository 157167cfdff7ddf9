import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { needsGlue } from '../host/bare-glue.ts';
import { needsEmbind } from '../host/imports.ts';
import { type GlueSource, type LoadedGlue, type LoadModule, loadJoined } from '../host/join-scripts.ts';
import { programScripts } from '../host/program-scripts.ts';

export interface Runtime {
  readonly folder: string;
  /** The engine, compiled once a process. */
  engine(): Promise<WebAssembly.Module>;
  /**
   * The smaller glue unless the program uses Embind, with its own JavaScript; none for one that needs none with these
   * scripts beside it. `prepare` instruments it. Throws a SyntaxError when a script in the program is none.
   */
  glueFor(
    module: WebAssembly.Module,
    wasm: Uint8Array,
    prepare?: ((text: string) => Promise<GlueSource>) | null,
    scripts?: readonly string[],
  ): Promise<LoadedGlue>;
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
    async glueFor(module, wasm, prepare = null, scripts) {
      if (!needsGlue(module, scripts)) return loadJoined(null, wasm, load);
      const file = join(found, needsEmbind(module) ? 'glue-embind.mjs' : 'glue.mjs');
      if (!prepare && programScripts(wasm).length === 0)
        return { createGlue: (await load(file)).default, glueSteps: null, bodies: null };
      const text = await readFile(file, 'utf8');
      const glue = prepare ? await prepare(text) : { text, glueSteps: null, bodies: null };
      const folder = await mkdtemp(join(tmpdir(), 'pagewise-'));
      let count = 0;
      try {
        return await loadJoined(glue, wasm, async (source) => {
          const path = join(folder, `${++count}.mjs`);
          await writeFile(path, source);
          return load(path);
        });
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  };
}

const load: LoadModule = async (path) => {
  const { default: createGlue } = await import(/* @vite-ignore */ pathToFileURL(path).href);
  return { default: createGlue, address: path };
};

const engines = new Map<string, Promise<WebAssembly.Module>>();

function searchUpwards(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    const candidate = join(folder, 'build', 'runtime');
    if (existsSync(join(candidate, 'glue.mjs'))) return candidate;
    if (folder === dirname(folder)) throw new Error(`no build/runtime above ${start}: run npm run build first`);
  }
}
