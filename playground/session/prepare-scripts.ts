import type { InstrumentedScript } from '../javascript/instrument.ts';
import type { ScriptSource } from '../trace/script-history.ts';
import type { ScriptFunction, Site } from '../trace/script-sites.ts';
import type { PreparedScript } from './host/javascript.ts';
import type { PreparedModules } from './host/modules.ts';
import { prepareModules } from './prepare-modules.ts';
import type { SourceText } from './run.ts';

/** Instruments the scripts of one run, and keeps what must be known of them to read what they tell. */
export class PreparedScripts implements ScriptSource {
  readonly sites: (Site & { readonly path: string })[] = [];
  readonly functions: ScriptFunction[] = [];
  readonly #performances = new WeakMap<object, Promise<PreparedModules | null>>();
  #lastPerformance = 0;

  /**
   * A script that cannot be instrumented is run as it is; so is one for which that code cannot be fetched. `among` are the
   * JavaScript files of the program, which may import each other: for the same list each is evaluated once.
   */
  async prepare(
    source: string,
    path: string,
    among: readonly SourceText[] = [{ path, text: source }],
  ): Promise<PreparedScript> {
    const modules = await this.#modulesOf(among);
    if (modules) return { source, path, instrumented: null, modules };
    const instrumented = (await loadInstrument())?.instrument(source);
    if (!instrumented) return { source, path, instrumented: null };
    return { source, path, instrumented: this.keep(instrumented, path) };
  }

  /** Adds what is known of an instrumented file. */
  keep({ code, names, sites, segments, functions }: InstrumentedScript, path: string) {
    const first = this.add(
      sites.map((site) => ({ ...site, path })),
      functions.map((each, index) => (index === 0 ? { ...each, name: path } : each)),
    );
    return { code, names, sites, segments, ...first };
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

  async #modulesOf(files: readonly SourceText[]): Promise<PreparedModules | null> {
    const known =
      this.#performances.get(files) ??
      prepareModules(files, (each, path) => this.keep(each, path)).then(
        (list) => list && { performance: ++this.#lastPerformance, list },
      );
    this.#performances.set(files, known);
    return known;
  }
}

/** Comes when it is needed first; null when it cannot be fetched. */
export const loadInstrument = () => import('../javascript/instrument.ts').catch(() => null);
