import type { GlueUse } from '../javascript/reach-glue.ts';
import type { CodePlace } from '../trace/memory-state.ts';
import { BodyPlaces } from './body-places.ts';
import { type GlueSource, listOf, orderedScripts, type PreparedSteps } from './host/join-scripts.ts';
import { programScripts } from './host/program-scripts.ts';
import { loadInstrument, type PreparedScripts } from './prepare-scripts.ts';

interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** A program whose glue is prepared. */
export interface GlueRequest {
  readonly wasm: Uint8Array;
  readonly module: WebAssembly.Module;
  /** Of which it was made, as far as they are known. */
  readonly files: readonly SourceText[];
  /** JavaScript that will run beside it. */
  readonly scripts: readonly string[];
  /** Whether what it reaches of its glue makes steps. */
  readonly stepsIntoGlue: boolean;
}

/** What steps of the glue are told to stand in: no file of a learner's can have this name. */
export const gluePath = 'the glue';

/** Instruments the JavaScript of a program's C and C++ files, and its glue if that is wanted: as far as it can be. */
export async function prepareGlue(text: string, request: GlueRequest, scripts: PreparedScripts): Promise<GlueSource> {
  const stepping = request.stepsIntoGlue ? await instrumentedGlue(text, request, scripts) : null;
  return { ...(stepping ?? { text, glueSteps: null }), bodies: await preparedBodies(request, scripts) };
}

/** What a program asks its glue for. */
export function glueUse({ wasm, module, scripts }: Omit<GlueRequest, 'files' | 'stepsIntoGlue'>): GlueUse {
  const imports = WebAssembly.Module.imports(module).map(({ name }) => name);
  return { imports, scripts, bodies: programScripts(wasm).map(({ source }) => source) };
}

async function instrumentedGlue(text: string, request: GlueRequest, scripts: PreparedScripts) {
  const reach = await import('../javascript/reach-glue.ts').catch(() => null);
  const instrument = await loadInstrument();
  if (!reach || !instrument) return null;
  const use = glueUse(request);
  const { code, sites, functions } = instrument.instrumentGlue(text, reach.reachGlue(text, use), use.bodies.join('\n'));
  const first = scripts.add(
    sites.map((site) => ({ ...site, path: gluePath })),
    functions.map((each) => ({ ...each, name: `glue: ${each.name || '(anonymous)'}` })),
  );
  return { text: code, glueSteps: { sites, ...first } };
}

/**
 * The bodies of `EM_JS` and `EM_ASM`: their statements stand where they stand in a file, or else in a text of their own.
 * Null when there are none, or one of them is no JavaScript.
 */
async function preparedBodies(
  { wasm, files }: Pick<GlueRequest, 'wasm' | 'files'>,
  scripts: PreparedScripts,
): Promise<PreparedSteps | null> {
  const all = orderedScripts(wasm);
  if (all.length === 0) return null;
  const source = listOf(all);
  const instrumented = (await loadInstrument())?.instrumentFunctions(source);
  if (!instrumented) return null;
  const known = new BodyPlaces(files);
  let next = '[\n'.length;
  const bodies = all.map((script) => {
    const start = next;
    next += script.source.length + ',\n'.length;
    const title = script.name === null ? 'EM_ASM' : `EM_JS ${script.name}`;
    return { start, title, find: known.find(script) ?? ((offset: number) => placeIn(script.source, title, offset)) };
  });
  const bodyAt = (offset: number) => bodies.findLast(({ start }) => start <= offset) ?? bodies[0];
  const placed = (offset: number): CodePlace => {
    const body = bodyAt(offset);
    return body ? body.find(Math.max(0, offset - body.start)) : { path: 'EM_ASM', line: 1, column: 1 };
  };
  const lines = [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const offsetOf = ({ line, column }: { readonly line: number; readonly column: number }) =>
    (lines[line - 1] ?? 0) + column - 1;
  const sites = instrumented.sites.map((site) => {
    const at = offsetOf(site);
    return { ...site, ...placed(at), at };
  });
  const functions = instrumented.functions.map((each) => {
    const at = offsetOf(each);
    const { line, column } = placed(at);
    const name = bodies.find(({ start }) => start === at)?.title ?? each.name;
    return { name, line, column, variables: each.variables.map((variable) => ({ ...variable, line })) };
  });
  const { code, names, segments } = instrumented;
  return { source, code, names, segments, sites, ...scripts.add(sites, functions) };
}

/** A place in a text of its own. */
function placeIn(text: string, path: string, offset: number): CodePlace {
  const before = text.slice(0, offset);
  return { path, line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
