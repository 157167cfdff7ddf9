/** A method as a function of its object, as it is now: before a script may replace it. */
export const method = <This, Args extends readonly unknown[], Result>(
  from: (this: This, ...args: Args) => Result,
): ((self: This, ...args: Args) => Result) => Function.prototype.call.bind(from) as never;

export const getter = <This extends object, Result>(prototype: object, name: PropertyKey): ((self: This) => Result) =>
  method(Object.getOwnPropertyDescriptor(prototype, name)?.get as (this: This) => Result) as never;

type Typed = Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;
const typedArray = Object.getPrototypeOf(Uint8Array.prototype) as object;

// The realm's own, so that nothing that a script replaces is asked for anything.
export const { isArray } = Array;
/** Makes what stands before the realm's own functions; a script's proxies are made by what replaces it. */
export const OwnProxy = Proxy;
export const { isView } = ArrayBuffer;
export const { getOwnPropertyDescriptor, getPrototypeOf, freeze, is } = Object;
const { setPrototypeOf } = Object;
export const { ownKeys, apply, construct } = Reflect;
export const { stringify } = JSON;
export const { asIntN } = BigInt;
export const { fround, max, min } = Math;
/** Milliseconds. */
export const now = performance.now.bind(performance);
/** The name of a typed array's constructor; undefined for anything else. */
export const typedArrayName = getter<object, string | undefined>(typedArray, Symbol.toStringTag);
export const typedLength = getter<Typed, number>(typedArray, 'length');
export const typedOffset = getter<Typed, number>(typedArray, 'byteOffset');
export const typedBuffer = getter<Typed, ArrayBufferLike>(typedArray, 'buffer');
export const typedBytes = getter<Typed, number>(typedArray, 'byteLength');
export const dataViewBuffer = getter<DataView, ArrayBufferLike>(DataView.prototype, 'buffer');
export const dataViewOffset = getter<DataView, number>(DataView.prototype, 'byteOffset');
export const dataViewBytes = getter<DataView, number>(DataView.prototype, 'byteLength');
export const bufferBytes = getter<ArrayBufferLike, number>(ArrayBuffer.prototype, 'byteLength');
/** False where the engine knows no such buffers. */
export const isResizable: (buffer: ArrayBufferLike) => boolean =
  'resizable' in ArrayBuffer.prototype ? getter(ArrayBuffer.prototype, 'resizable') : () => false;
export const memoryBuffer = getter<WebAssembly.Memory, ArrayBufferLike>(WebAssembly.Memory.prototype, 'buffer');
export const symbolText = method(Symbol.prototype.toString);
export const sliceText = method(String.prototype.slice);
export const indexInText = method(String.prototype.indexOf);
export const trimText = method(String.prototype.trim);
export const splitText = method(String.prototype.split) as unknown as (text: string, separator: string) => string[];
export const decodeText = method(TextDecoder.prototype.decode);
/** Of an expression that is not global. */
export const matchText = method(RegExp.prototype.exec);
export const mapGet = method(Map.prototype.get);
export const mapSet = method(Map.prototype.set);
export const setHas: <Item>(set: ReadonlySet<Item>, item: Item) => boolean = method(Set.prototype.has);
export const weakGet: (map: WeakMap<object, number>, key: object) => number | undefined = method(
  WeakMap.prototype.get,
) as never;
export const weakSet: (map: WeakMap<object, number>, key: object, value: number) => unknown = method(
  WeakMap.prototype.set,
) as never;
export const weakFind: (map: WeakMap<object, object>, key: object) => object | undefined = method(
  WeakMap.prototype.get,
) as never;
export const weakKeep: (map: WeakMap<object, object>, key: object, value: object) => unknown = method(
  WeakMap.prototype.set,
);
export const weakHas = method(WeakSet.prototype.has);
export const weakAdd = method(WeakSet.prototype.add);

/** A list whose elements no prototype can see being set. Only its own elements and `length` can be used. */
export function bareList<Item>(): Item[] {
  return setPrototypeOf([], null) as Item[];
}
