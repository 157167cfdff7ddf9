import type { InstrumentedScript } from '../javascript/instrument.ts';
import type { CodePlace } from '../trace/memory-state.ts';
import type { ScriptSource } from '../trace/script-history.ts';
import type { ScriptFunction, Site } from '../trace/script-sites.ts';
import { BodyPlaces } from './body-places.ts';
import type { PreparedScript } from './host/javascript.ts';
import { listOf, orderedScripts, type PreparedSteps } from './host/join-scripts.ts';

interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** Instruments the scripts of one run, and keeps what must be known of them to read what they tell. */
export class PreparedScripts implements ScriptSource {
  readonly sites: (Site & { readonly path: string })[] = [];
  readonly functions: ScriptFunction[] = [];

  /** A script that cannot be instrumented is run as it is; so is one for which that code cannot be fetched. */
  async prepare(source: string, path: string): Promise<PreparedScript> {
    const instrumented = (await loadInstrument())?.instrument(source);
    if (!instrumented) return { source, path, instrumented: null };
    const { code, names, sites, functions, segments } = instrumented;
    const firstSite = this.sites.length;
    const firstFunction = this.functions.length;
    for (const site of sites) this.sites.push({ ...site, function: site.function + firstFunction, path });
    for (const [index, each] of functions.entries()) this.functions.push(index === 0 ? { ...each, name: path } : each);
    return { source, path, instrumented: { code, names, sites, segments, firstSite, firstFunction } };
  }

  /**
   * The bodies of `EM_JS` and `EM_ASM` in a module that was made of these files: their statements stand where they stand
   * in a file, or else in a text of their own. Null when there are none, or one of them is no JavaScript.
   */
  async prepareBodies(wasm: Uint8Array, files: readonly SourceText[]): Promise<PreparedSteps | null> {
    const scripts = orderedScripts(wasm);
    if (scripts.length === 0) return null;
    const source = listOf(scripts);
    const instrumented = (await loadInstrument())?.instrumentFunctions(source);
    if (!instrumented) return null;
    const known = new BodyPlaces(files);
    let at = '[\n'.length;
    const bodies = scripts.map((script) => {
      const start = at;
      at += script.source.length + ',\n'.length;
      const title = script.name === null ? 'EM_ASM' : `EM_JS ${script.name}`;
      const find = known.find(script) ?? ((offset: number) => placeIn(script.source, title, offset));
      return { start, title, find };
    });
    const placed = (offset: number): CodePlace => {
      const body = bodies.findLast(({ start }) => start <= offset);
      return body ? body.find(offset - body.start) : { path: 'EM_ASM', line: 1, column: 1 };
    };
    return this.#steps(source, instrumented, placed, (offset, name) => {
      const body = bodies.find(({ start }) => start === offset);
      return body?.title ?? name;
    });
  }

  #steps(
    source: string,
    { code, names, segments, ...told }: InstrumentedScript,
    placed: (offset: number) => CodePlace,
    titled: (offset: number, name: string) => string,
  ): PreparedSteps {
    const lines = [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)];
    const offsetOf = ({ line, column }: { readonly line: number; readonly column: number }) =>
      (lines[line - 1] ?? 0) + column - 1;
    const firstSite = this.sites.length;
    const firstFunction = this.functions.length;
    const sites = told.sites.map((site) => {
      const at = offsetOf(site);
      return { ...site, ...placed(at), at };
    });
    for (const { at: _, ...site } of sites) this.sites.push({ ...site, function: site.function + firstFunction });
    for (const each of told.functions) {
      const at = offsetOf(each);
      const { line, column } = placed(at);
      const variables = each.variables.map((variable) => ({ ...variable, line }));
      this.functions.push({ name: titled(at, each.name), line, column, variables });
    }
    return { source, code, names, segments, sites, firstSite, firstFunction };
  }
}

const loadInstrument = () => import('../javascript/instrument.ts').catch(() => null);

/** A place in a text of its own. */
function placeIn(text: string, path: string, offset: number): CodePlace {
  const before = text.slice(0, offset);
  return { path, line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
