import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type CompileSettings, defaultSettings, settingChoices } from '../../playground/compiler/compilation.ts';
import { createCachedCompile } from '../../site/build/program-runner.ts';

import { embindPrograms } from '../embind/programs.ts';

/** A small program about one thing, in one way of building it. */
export interface CorpusProgram {
  /** `recursion.c -O2`, and the allocator where it is not the usual one. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
  /** JavaScript that runs when `main` has ended; empty when there is none. */
  readonly script: string;
  readonly settings: CompileSettings;
}

const folder = new URL('programs/', import.meta.url);
const cacheFolder = fileURLToPath(new URL('../../build/cache/programs', import.meta.url));

/** Programs that are built with every allocator. */
const allocating = ['aligned-allocation.c', 'growth-by-library.c', 'mixed-allocation.cpp', 'reallocation.c'];

/** All programs at one optimisation. */
export function corpus(optimisation: CompileSettings['optimisation']): readonly CorpusProgram[] {
  const paths = readdirSync(folder).filter((name) => /\.(c|cpp)$/.test(name));
  // A run that the limit of steps ends leaves a script that waits for it waiting for ever: see waiting-scripts.test.ts.
  const plain = embindPrograms().filter(({ script }) => !script.includes('await'));
  const bound = plain.map(({ name, text, script }) => {
    const settings = { ...defaultSettings, optimisation };
    return { name: `${name} of Embind -${optimisation}`, path: `${name}.cpp`, text, script, settings };
  });
  const own = paths.flatMap((path) => {
    const allocators = allocating.includes(path) ? settingChoices.allocator : [defaultSettings.allocator];
    return allocators.map((allocator) => corpusProgram(path, { ...defaultSettings, optimisation, allocator }));
  });
  return [...own, ...bound];
}

export function corpusProgram(path: string, settings: CompileSettings): CorpusProgram {
  const scriptFile = new URL(path.replace(/\.\w+$/, '.js'), folder);
  const other = settings.allocator === defaultSettings.allocator ? '' : ` with ${settings.allocator}`;
  return {
    name: `${path} -${settings.optimisation}${other}`,
    path,
    text: readFileSync(new URL(path, folder), 'utf8'),
    script: existsSync(scriptFile) ? readFileSync(scriptFile, 'utf8') : '',
    settings,
  };
}

const compile = createCachedCompile(cacheFolder);

/** The program's module, compiled once for all tests. Throws when it does not compile. */
export async function compileProgram({ path, text, settings }: CorpusProgram): Promise<Uint8Array> {
  const result = await compile([{ path, text }], settings);
  if ('diagnostics' in result) throw new Error(JSON.stringify(result.diagnostics));
  return result.wasm;
}
