import type { InstrumentedScript } from '../javascript/instrument.ts';
import type { LinkedModule } from '../javascript/link-module.ts';
import { composed, SourcePlaces } from '../javascript/source-places.ts';
import type { PreparedModule } from './host/modules.ts';
import type { SourceText } from './run.ts';

type Keep = (instrumented: InstrumentedScript, path: string) => PreparedModule['instrumented'];

/**
 * Joins the JavaScript files of a program, where any of them imports or exports, and instruments each; null where none
 * does. `keep` is told of what was instrumented.
 */
export async function prepareModules(
  files: readonly SourceText[],
  keep: Keep,
): Promise<readonly PreparedModule[] | null> {
  const [loaded, tools] = await Promise.all([
    import('../javascript/instrument.ts').catch(() => null),
    import('../javascript/join-modules.ts').catch(() => null),
  ]);
  const joined = tools?.joinModules(files);
  if (!joined) return null;
  return joined.map(({ linked, path, source, ...module }) => {
    const instrumented = module.problem ? null : loaded?.instrument(linked.code);
    const places = new SourcePlaces(linked.code, source, linked.segments);
    return {
      ...{ path, source, code: linked.code, segments: linked.segments, link: linked.link, waits: linked.waits },
      ...module,
      locals: [...new Set(linked.exports.flatMap((each) => ('local' in each ? [each.local] : [])))],
      instrumented: instrumented ? keep(inSource(instrumented, linked, places), path) : null,
    };
  });
}

/** What was instrumented behind the linker, with its places in the author's source. */
function inSource(instrumented: InstrumentedScript, linked: LinkedModule, places: SourcePlaces): InstrumentedScript {
  const placed = <Place extends { readonly line: number; readonly column: number }>(place: Place): Place => ({
    ...place,
    column: places.column(place.line, place.column),
  });
  return {
    ...instrumented,
    sites: instrumented.sites.map(placed),
    functions: instrumented.functions.map((each) => {
      const named = placed(each);
      return each.name === `${linked.link}Default` ? { ...named, name: 'default' } : named;
    }),
    segments: composed(instrumented.segments, linked.segments),
  };
}
