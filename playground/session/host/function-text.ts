import type { SourcePlaces } from '../../javascript/source-places.ts';
import { apply, OwnProxy } from './intrinsics.ts';

/**
 * Has functions of instrumented scripts tell the text that their author wrote: `toString` shows neither what was inserted
 * nor the hook's name. To be called once a realm; the list may grow.
 */
export function watchFunctionText(realm: Record<string, unknown>, scripts: readonly SourcePlaces[]): void {
  const { prototype } = realm.Function as FunctionConstructor;
  const value = new OwnProxy(prototype.toString, {
    apply(target, self, args) {
      return authorsText(apply(target, self, args) as string, scripts);
    },
  });
  Object.defineProperty(prototype, 'toString', { value, writable: true, configurable: true });
}

/** The text of a function without what was inserted. */
export function authorsText(text: string, scripts: readonly SourcePlaces[]): string {
  for (let index = 0; index < scripts.length; index++) {
    const source = scripts[index]?.text(text);
    if (source !== undefined && source !== null) return source;
  }
  return text;
}
