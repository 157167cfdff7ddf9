import type { Crossings } from './crossings.ts';
import {
  apply,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  isArray,
  isView,
  typedArrayName,
  typedBytes,
  typedLength,
  weakFind,
} from './intrinsics.ts';
import { boundsOf } from './value-preview.ts';

// biome-ignore lint/suspicious/noExplicitAny: methods have as many types as there are methods
type Method = (...args: any[]) => any;
type Bytes = Uint8Array<ArrayBuffer>;

const { get } = Reflect;
const { defineProperty } = Object;

/** Tells what scripts copy by themselves with methods of views and of `TextEncoder` and `TextDecoder`. */
export class ScriptCopies {
  /** What is replaced, by what replaces it. */
  readonly #watchedOnes = new WeakMap<object, object>();

  constructor(
    readonly crossings: Crossings,
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

  /** `view.set(source, offset)`. */
  setCopied(self: unknown, args: readonly unknown[]): void {
    const bounds = this.#memoryOf(self);
    const offset = args[1] === undefined ? 0 : args[1];
    const count = countOf(args[0]);
    if (!bounds || typeof offset !== 'number' || count <= 0) return;
    const size = bounds.length / typedLength(self as Bytes);
    this.crossings.copied('in', bounds.start + (offset - (offset % 1)) * size, count * size, null);
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
    this.#watchedOnes.set(watched, original);
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
