import type { ScriptSource } from '../trace/script-history.ts';
import type { ScriptFunction, Site } from '../trace/script-sites.ts';
import type { PreparedScript } from './host/javascript.ts';

/** Instruments the scripts of one run, and keeps what must be known of them to read what they tell. */
export class PreparedScripts implements ScriptSource {
  readonly sites: (Site & { readonly path: string })[] = [];
  readonly functions: ScriptFunction[] = [];

  /** A script that cannot be instrumented is run as it is; so is one for which that code cannot be fetched. */
  async prepare(source: string, path: string): Promise<PreparedScript> {
    const instrumented = (await loadInstrument())?.instrument(source);
    if (!instrumented) return { source, path, instrumented: null };
    const { code, names, sites, segments, functions } = instrumented;
    const first = this.add(
      sites.map((site) => ({ ...site, path })),
      functions.map((each, index) => (index === 0 ? { ...each, name: path } : each)),
    );
    return { source, path, instrumented: { code, names, sites, segments, ...first } };
  }

  /** Adds what is known of a source. Returns the numbers that its first site and function have in the whole run. */
  add(sites: readonly (Site & { readonly path: string })[], functions: readonly ScriptFunction[]) {
    const firstSite = this.sites.length;
    const firstFunction = this.functions.length;
    for (const { line, column, function: number, variables, path } of sites)
      this.sites.push({ line, column, function: number + firstFunction, variables, path });
    for (const each of functions) this.functions.push(each);
    return { firstSite, firstFunction };
  }
}

/** Comes when it is needed first; null when it cannot be fetched. */
export const loadInstrument = () => import('../javascript/instrument.ts').catch(() => null);
