import type { InstrumentedScript } from '../../javascript/instrument.ts';
import type { Site } from '../../trace/script-sites.ts';
import { bareGlue } from './bare-glue.ts';
import { exportedFunctions } from './exported-functions.ts';
import type { CreateGlue } from './glue.ts';
import { type ProgramScript, programScripts } from './program-scripts.ts';
import type { TracedScript } from './script-tracer.ts';

/** A place where JavaScript of the glue, or joined to it, makes a step. `at` is its offset in that source. */
export interface PlacedSite extends Site {
  readonly path: string;
  readonly at: number;
}

/** Source that was instrumented before it is loaded, and the numbers of its sites in the whole run. */
export interface PreparedSteps extends TracedScript, Pick<InstrumentedScript, 'code' | 'names' | 'segments'> {
  readonly source: string;
  readonly sites: readonly PlacedSite[];
}

/** The glue of one program, as the page passes it into the sandbox. */
export interface GlueSource {
  readonly text: string;
  /** Its own steps, where it was instrumented. */
  readonly glueSteps: TracedScript | null;
  /** The JavaScript of the program's C and C++ files, which is joined to it; null to join it as it is. */
  readonly bodies: PreparedSteps | null;
}

/** JavaScript of C and C++ files where it was loaded: what stands in a stack before `:line:column`, and its first line there. */
export interface LoadedBodies extends PreparedSteps {
  readonly address: string;
  readonly firstLine: number;
}

export interface LoadedGlue extends Pick<GlueSource, 'glueSteps'> {
  readonly createGlue: CreateGlue;
  readonly bodies: LoadedBodies | null;
}

/** The bodies as one expression, a list of functions: those of `EM_JS`, then those of `EM_ASM`. */
export function listOf(scripts: readonly ProgramScript[]): string {
  return `[\n${scripts.map(({ source }) => `${source},\n`).join('')}]`;
}

/** In the order of their list. */
export function orderedScripts(wasm: Uint8Array): readonly ProgramScript[] {
  const all = programScripts(wasm);
  return [...all.filter(({ name }) => name !== null), ...all.filter(({ name }) => name === null)];
}

/** What stands in the glue where the program's own JavaScript belongs: see runtime/shells. */
const placeholder = '"pagewise program scripts"';

// The glue keeps the original constructors for itself: see keep-constructors.js. These bodies are the learner's.
const constructors = [
  ...['Int8Array', 'Uint8Array', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array', 'Float32Array'],
  ...['Float64Array', 'BigInt64Array', 'BigUint64Array', 'DataView'],
].join(', ');

/** Stands between the names of the functions and their list. */
const beforeList = ' =\n';

/** The glue's source with the program's own JavaScript in it, where it sees all of the glue's variables. */
export function joinScripts(
  glue: string,
  scripts: readonly ProgramScript[],
  bodies: PreparedSteps | null,
  exported: readonly string[] = [],
): string {
  if (scripts.length === 0) return glue;
  // As in a program that emcc links: C's functions, by their names with an underscore.
  const called = exported.filter((name) => /^\w+$/.test(name) && scripts.some(({ body }) => body.includes(`_${name}`)));
  const functions = scripts.filter(({ name }) => name !== null).map(({ name }) => name);
  const constants = scripts.filter(({ name }) => name === null);
  const hook = bodies ? `const ${bodies.names.hook} = Module.hooks.bodies; let ${bodies.names.object};` : '';
  const joined = `(() => {
let { ${constructors} } = globalThis;
${hook}
${called.map((name) => `const _${name} = (...values) => Module._${name}(...values);`).join('\n')}
const [${[...functions, '...pagewiseConstants'].join(', ')}]${beforeList}${bodies?.code ?? listOf(scripts)};
return {
functions: { ${functions.join(', ')} },
constants: { ${constants.map(({ address }, index) => `${address}: pagewiseConstants[${index}]`).join(', ')} },
begin(realm) { ({ ${constructors} } = realm); },
};
})()`;
  return glue.replace(placeholder, () => joined);
}

/** Makes a module of source; tells what its frames are called in a stack. */
export type LoadModule = (source: string) => Promise<{ readonly default: CreateGlue; readonly address: string }>;

/**
 * Loads the joined glue; without any, what stands in its place. What is no JavaScript is told as the script's mistake, not the glue's: throws a SyntaxError that
 * names it.
 */
export async function loadJoined(glue: GlueSource | null, wasm: Uint8Array, load: LoadModule): Promise<LoadedGlue> {
  if (!glue) return { createGlue: bareGlue, glueSteps: null, bodies: null };
  const scripts = orderedScripts(wasm);
  const { bodies, glueSteps } = glue;
  try {
    const names = scripts.length === 0 ? [] : exportedFunctions(wasm).map(({ name }) => name);
    const joined = joinScripts(glue.text, scripts, bodies, names);
    const loaded = await load(joined);
    if (!bodies) return { createGlue: loaded.default, glueSteps, bodies };
    const firstLine = joined.slice(0, joined.indexOf(beforeList + bodies.code) + beforeList.length).split('\n').length;
    return { createGlue: loaded.default, glueSteps, bodies: { ...bodies, address: loaded.address, firstLine } };
  } catch (thrown) {
    for (const { name, source } of scripts) {
      const wrong = await load(`const script = ${source}`).then(
        () => null,
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
      const excerpt = source.replace(/^.*?\{\s*/s, '').slice(0, 60);
      if (wrong !== null)
        throw new SyntaxError(`EM_${name ? `JS ${name}` : `ASM "${excerpt}"`} is no JavaScript: ${wrong}`);
    }
    throw thrown;
  }
}
