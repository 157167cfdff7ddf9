import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultSettings } from '../../playground/compiler/compilation.ts';
import { createCachedCompile } from '../../site/build/program-runner.ts';

/** A program of `programs`, the script that uses what it binds, and what both print. */
export interface EmbindProgram {
  readonly name: string;
  readonly text: string;
  readonly script: string;
  readonly output: string;
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const folder = here('programs');
const compile = createCachedCompile(here('../../build/cache/programs'));

/** All of them, each about one part of Embind. */
export function embindPrograms(): readonly EmbindProgram[] {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.cpp'))
    .map((file) => file.slice(0, -'.cpp'.length))
    .map((name) => ({ name, text: read(`${name}.cpp`), script: read(`${name}.js`), output: read(`${name}.out`) }));
}

/** The module, compiled by the page's compiler, once for all tests. Throws when it does not compile. */
export async function compileEmbind({ name, text }: EmbindProgram): Promise<Uint8Array> {
  const result = await compile([{ path: `${name}.cpp`, text }], defaultSettings);
  if ('diagnostics' in result) throw new Error(JSON.stringify(result.diagnostics));
  return result.wasm;
}
