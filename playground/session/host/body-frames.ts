import { SourcePlaces } from '../../javascript/source-places.ts';
import type { LoadedBodies, PlacedSite } from './join-scripts.ts';
import type { ScriptStack } from './script-stack.ts';

/** Lets frames of the JavaScript that is joined to the glue be found in stacks: at the statements that stand there. */
export function addBodies(
  scripts: ScriptStack,
  { address, firstLine, code, source, segments, sites }: LoadedBodies,
): void {
  const places = new SourcePlaces(code, source, segments);
  scripts.add({
    ...{ address, path: '', prefixLength: 0, places },
    find(line, column) {
      const offset = line < firstLine ? null : places.offset(line - firstLine + 1, column);
      if (offset === null) return null;
      return sites.reduce<PlacedSite | null>((best, site) => {
        return site.at <= offset && site.at >= (best?.at ?? 0) ? site : best;
      }, null);
    },
  });
}
