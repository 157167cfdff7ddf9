import type { ScriptSource } from '../trace/script-history.ts';
import type { ScriptFunction, Site } from '../trace/script-sites.ts';
import type { PreparedScript } from './host/javascript.ts';

/** Instruments the scripts of one run, and keeps what must be known of them to read what they tell. */
export class PreparedScripts implements ScriptSource {
  readonly sites: (Site & { readonly path: string })[] = [];
  readonly functions: ScriptFunction[] = [];

  /** A script that cannot be instrumented is run as it is; so is one for which that code cannot be fetched. */
  async prepare(source: string, path: string): Promise<PreparedScript> {
    const loaded = await import('../javascript/instrument.ts').catch(() => null);
    const instrumented = loaded?.instrument(source);
    if (!instrumented) return { source, path, instrumented: null };
    const { code, names, sites, functions, segments } = instrumented;
    const firstSite = this.sites.length;
    const firstFunction = this.functions.length;
    for (const site of sites) this.sites.push({ ...site, function: site.function + firstFunction, path });
    for (const [index, each] of functions.entries()) this.functions.push(index === 0 ? { ...each, name: path } : each);
    return { source, path, instrumented: { code, names, sites, segments, firstSite, firstFunction } };
  }
}
