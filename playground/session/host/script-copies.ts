import type { BorderWitness } from './border-witness.ts';
import {
  apply,
  bufferBytes,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  isArray,
  isView,
  typedArrayName,
  typedBytes,
  typedLength,
  weakFind,
  weakKeep,
} from './intrinsics.ts';
import { boundsOf } from './value-preview.ts';

// biome-ignore lint/suspicious/noExplicitAny: methods have as many types as there are methods
type Method = (...args: any[]) => any;
type Bytes = Uint8Array<ArrayBuffer>;

const { get } = Reflect;
const { defineProperty } = Object;

/** Tells what scripts copy at once by themselves: with methods of views, buffers, `TextEncoder` and `TextDecoder`. */
export class ScriptCopies {
  /** What is replaced, by what replaces it. */
  readonly #watchedOnes = new WeakMap<object, object>();
  #buffersOfScripts: object | null = null;

  constructor(
    readonly crossings: BorderWitness,
    /** Whether a view is one that a script made or was given: the host has others. */
    readonly isKnown: (view: ArrayBufferView) => boolean,
  ) {}

  /** Replaces the methods in a realm, before learner code runs in it. */
  watch(realm: Record<string, unknown>): void {
    const prototypeOf = (name: string) => (realm[name] as { readonly prototype: object }).prototype;
    const typed = Object.getPrototypeOf(prototypeOf('Uint8Array')) as object;
    const { crossings } = this;
    this.#replace(typed, 'set', (self, args) => this.setCopied(self, args));
    this.#replace(typed, 'slice', (self, args, result) => {
      const bounds = this.#memoryOf(self);
      const start = args[0] === undefined ? 0 : args[0];
      if (!bounds || typeof start !== 'number' || !isView(result)) return;
      const bytes = typedBytes(result as Bytes);
      const size = typedLength(self as Bytes) > 0 ? bounds.length / typedLength(self as Bytes) : 0;
      const from = start < 0 ? bounds.length + start * size : start * size;
      if (bytes > 0) crossings.copied('out', bounds.start + (from < 0 ? 0 : from - (from % size)), bytes, null);
    });
    // Each makes a typed array of its own of all elements.
    for (const name of ['map', 'filter', 'toSorted', 'toReversed', 'with'])
      this.#replace(typed, name, (self) => this.#wholeCopied(self));
    // `Array.from(view)` and `Float32Array.from(view)` take every element.
    const takers = [realm.Array, Object.getPrototypeOf(realm.Uint8Array)] as readonly object[];
    for (const taker of takers) this.#replace(taker, 'from', (_self, args) => this.#wholeCopied(args[0]));
    const buffers = prototypeOf('ArrayBuffer');
    this.#replace(buffers, 'slice', this.#buffersPartCopied);
    this.#buffersOfScripts = buffers;
    // A clone of a view has all of its buffer.
    this.#replace(realm, 'structuredClone', (_self, args) => {
      const value = args[0];
      const buffer = crossings.source.buffer();
      const isOfMemory = value === buffer || (isView(value) && boundsOf(value)?.buffer === buffer);
      if (isOfMemory) crossings.copied('out', 0, bufferBytes(buffer), null);
    });
    this.#replace(prototypeOf('TextEncoder'), 'encodeInto', (_self, args, result) => {
      const into = args[1];
      const bounds = isView(into) ? this.#memoryOf(into) : null;
      const written: unknown = getOwnPropertyDescriptor(result as object, 'written')?.value;
      const text = args[0] === undefined ? '' : args[0];
      if (bounds && typeof written === 'number' && typeof text === 'string')
        crossings.copied('in', bounds.start, written, { encoding: 'UTF-8', text });
    });
    this.#replace(prototypeOf('TextDecoder'), 'decode', (self, args, text) => {
      const bounds = isView(args[0]) ? this.#memoryOf(args[0]) : null;
      const encoding = encodingOf(self as TextDecoder);
      if (bounds && typeof text === 'string') crossings.copied('out', bounds.start, bounds.length, { encoding, text });
    });
  }

  /** A buffer that the memory has now: where it is of another realm than scripts are, it finds its methods there. */
  watchBuffer(buffer: ArrayBufferLike): void {
    const prototype = getPrototypeOf(buffer) as ArrayBuffer;
    if (prototype === this.#buffersOfScripts) return;
    const value = this.#watched('slice', prototype.slice, this.#buffersPartCopied);
    defineProperty(buffer, 'slice', { value, writable: true, configurable: true });
  }

  /** `new Int32Array(view)`, of a script. */
  viewCopied(type: string, view: ArrayBufferView): void {
    this.crossings.copying(
      `new ${type}`,
      () => undefined,
      () => this.#wholeCopied(view),
    );
  }

  /** One of the glue's own views of memory, which scripts use too: its realm may be another. */
  watchView(view: Bytes): void {
    // What the view would find without this.
    const inherited: Method = (...args) => {
      const found = get(getPrototypeOf(view) as object, 'set') as Method;
      return apply((weakFind(this.#watchedOnes, found) as Method | undefined) ?? found, view, args);
    };
    const value = this.#watched('set', inherited, (self, args) => this.setCopied(self, args));
    defineProperty(view, 'set', { value, writable: true, configurable: true });
  }

  /** `view.set(source, offset)`, with either of them in memory. */
  setCopied(self: unknown, args: readonly unknown[]): void {
    const bounds = this.#memoryOf(self);
    if (!bounds && isView(self) && isView(args[0])) {
      const isOutside = boundsOf(self)?.buffer !== this.crossings.source.buffer();
      if (isOutside) this.#wholeCopied(args[0]);
      return;
    }
    const offset = args[1] === undefined ? 0 : args[1];
    const count = countOf(args[0]);
    if (!bounds || typeof offset !== 'number' || count <= 0) return;
    const size = bounds.length / typedLength(self as Bytes);
    this.crossings.copied('in', bounds.start + (offset - (offset % 1)) * size, count * size, null);
  }

  readonly #buffersPartCopied = (self: unknown, args: readonly unknown[], result: unknown): void => {
    const buffer = this.crossings.source.buffer();
    const start = args[0] === undefined ? 0 : args[0];
    if (self !== buffer || typeof start !== 'number') return;
    const bytes = bufferBytes(result as ArrayBuffer);
    const from = start < 0 ? bufferBytes(buffer) + start : start;
    if (bytes > 0) this.crossings.copied('out', from < 0 ? 0 : from - (from % 1), bytes, null);
  };

  #wholeCopied(view: unknown): void {
    const bounds = this.#memoryOf(view);
    if (bounds) this.crossings.copied('out', bounds.start, bounds.length, null);
  }

  #replace(
    holder: object,
    name: string,
    tell: (self: unknown, args: readonly unknown[], result: unknown) => void,
  ): void {
    const found = Object.getOwnPropertyDescriptor(holder, name);
    if (!found) return;
    Object.defineProperty(holder, name, { ...found, value: this.#watched(name, found.value as Method, tell) });
  }

  #watched(
    name: string,
    original: Method,
    tell: (self: unknown, args: readonly unknown[], result: unknown) => void,
  ): Method {
    const { crossings } = this;
    const watched = new Proxy(original, {
      apply: (target, self, args) =>
        crossings.copying(
          name,
          () => apply(target, self, args) as unknown,
          (result) => tell(self, args, result),
        ),
    });
    weakKeep(this.#watchedOnes, watched, original);
    return watched;
  }

  /** The bytes of memory that a view shows; null for another view. */
  #memoryOf(view: unknown): { readonly start: number; readonly length: number } | null {
    if (!isView(view) || !this.isKnown(view)) return null;
    const bounds = boundsOf(view);
    return bounds?.buffer === this.crossings.source.buffer() && bounds.length > 0 ? bounds : null;
  }
}

const encodings = Object.getOwnPropertyDescriptor(TextDecoder.prototype, 'encoding')?.get as (
  this: TextDecoder,
) => string;
const encodingOf = (decoder: TextDecoder): string => {
  const name = apply(encodings, decoder, []) as string;
  return name === 'utf-8' ? 'UTF-8' : name === 'utf-16le' ? 'UTF-16' : name;
};

function countOf(source: unknown): number {
  if (isView(source)) return typedArrayName(source) === undefined ? 0 : typedLength(source as Bytes);
  return isArray(source) ? (getOwnPropertyDescriptor(source, 'length')?.value as number) : 0;
}
