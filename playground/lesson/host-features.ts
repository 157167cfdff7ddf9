/**
 * What browsers and Node.js differ in: a program that uses one of these says so with `needs`. Each has its name in a sentence, and whether the
 * host that runs this has it.
 */
const features = {
  'multi-memory': { words: 'several memories in one module', isHere: () => accepts([5, 5, 2, 0, 0, 0, 0]) },
  memory64: { words: '64-bit memories', isHere: () => accepts([5, 3, 1, 4, 0]) },
  'tail-calls': { words: 'tail calls', isHere: () => accepts([...oneFunction, 10, 6, 1, 4, 0, 0x12, 0, 0x0b]) },
  exnref: {
    words: 'WebAssembly exceptions as values (exnref)',
    isHere: () => accepts([...oneFunction, 10, 6, 1, 4, 1, 1, 0x69, 0x0b]),
  },
  gc: { words: 'garbage-collected objects of WebAssembly', isHere: () => accepts([1, 3, 1, 0x5f, 0]) },
  jspi: { words: 'promises that suspend WebAssembly (JSPI)', isHere: () => 'Suspending' in WebAssembly },
  'resizable-buffer': {
    words: 'memory with a resizable buffer',
    isHere: () => 'toResizableBuffer' in WebAssembly.Memory.prototype,
  },
  float16: { words: 'Float16Array', isHere: () => 'Float16Array' in globalThis },
  canvas: { words: 'drawing outside of a page (OffscreenCanvas)', isHere: () => 'OffscreenCanvas' in globalThis },
} as const;

export type HostFeature = keyof typeof features;
export const hostFeatures = Object.keys(features) as readonly HostFeature[];

/** Those of `needed` that this host lacks. */
export const lackedHere = (needed: readonly HostFeature[]): readonly HostFeature[] =>
  needed.filter((name) => !features[name].isHere());

/** Features as a reader is told of them: `64-bit memories and Float16Array`. */
export const featuresInWords = (names: readonly HostFeature[]): string =>
  names.map((name) => features[name].words).join(' and ');

/** A function of type 0, which takes and returns nothing. */
const oneFunction = [1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0];

/** Whether a module of these sections is valid here. */
const accepts = (sections: readonly number[]): boolean =>
  WebAssembly.validate(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...sections]));
