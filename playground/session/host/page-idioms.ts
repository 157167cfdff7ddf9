import type { GlueModule } from './glue.ts';

type Callback = (this: unknown) => unknown;
type Settings = Record<string, unknown>;

const names = ['onRuntimeInitialized', 'postRun'];
const called = new WeakSet<object>();

/**
 * What a page gives Emscripten to call when the program is there: `Module.onRuntimeInitialized = …`, or a `Module` of its own,
 * `var Module = {…}`, which the glue would fill in. Here the program is there first, so the host does both when the script has
 * ended. `own` is what the script's `Module` is then. Returns what is to be called, in order, each of them once.
 */
export function callbacksOf(glue: GlueModule, own: unknown): readonly (() => unknown)[] {
  const isOwn = typeof own === 'object' && own !== null && names.some((name) => Object.hasOwn(own, name));
  const settings = (isOwn ? own : glue) as Settings;
  if (isOwn && own !== glue) fillIn(settings, glue as unknown as Settings);
  const given = names.flatMap((name) => settings[name]);
  return given.flatMap((each) => {
    if (typeof each !== 'function' || called.has(each)) return [];
    called.add(each);
    return [() => Reflect.apply(each as Callback, settings, [])];
  });
}

/** Gives an object all that the glue has and it has not. Read through, as the glue exchanges its views of memory. */
export function fillIn(settings: Settings, glue: Settings): void {
  for (const key of Object.keys(glue)) {
    if (Object.hasOwn(settings, key)) continue;
    Object.defineProperty(settings, key, { get: () => glue[key], configurable: true, enumerable: true });
  }
}
