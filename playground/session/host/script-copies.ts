import { viewTypes } from '../../trace/memory-state.ts';
import type { BorderWitness } from './border-witness.ts';
import { countOf, indexIn } from './copied-elements.ts';
import { type CopyingBuiltIn, copyingBuiltIns } from './copying-built-ins.ts';
import {
  apply,
  bareList,
  bufferBytes,
  construct,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  isView,
  min,
  OwnProxy,
  typedBytes,
  typedLength,
  weakAdd,
  weakFind,
  weakHas,
  weakKeep,
} from './intrinsics.ts';
import { memoryWithin } from './memory-within.ts';
import { boundsOf } from './value-preview.ts';
import { ViewIterators } from './view-iterators.ts';

// biome-ignore lint/suspicious/noExplicitAny: methods have as many types as there are methods
type Method = (...args: any[]) => any;
type Bytes = Uint8Array<ArrayBuffer>;

const { get } = Reflect;
const { defineProperty } = Object;

/** Where some of memory's bytes lie. */
interface Bounds {
  readonly start: number;
  readonly length: number;
}
/** Tells what a call has copied, after it; null where it copies nothing of memory. */
type Telling = ((result: unknown) => void) | null;
/** Looks at a call that is about to be made. */
type Before = (self: unknown, args: readonly unknown[]) => Telling;

/** What it needs to know of the views of a run. */
export interface KnownViews {
  /** Whether a view is one that scripts made or were given: the host has others, which its own code uses (`callee`). */
  isScripts(view: ArrayBufferView, callee: (...args: never) => unknown): boolean;
  /** Runs what makes a view, for a script that called `through`. */
  during<Result>(through: (...args: never) => unknown, run: () => Result): Result;
  /** A script has elements of a view taken that has none, and may be detached: whether that throws then. */
  foundEmpty(view: ArrayBufferView, throws?: boolean): void;
}

/** Tells what scripts copy at once by themselves: with built-in functions, and through the iterators of views. */
export class ScriptCopies {
  /** What is replaced, by what replaces it. */
  readonly #watchedOnes = new WeakMap<object, object>();
  #buffersOfScripts: object | null = null;
  readonly iterators: ViewIterators;
  /** The function of ours that a call has come to. */
  #callee: (...args: never) => unknown = () => undefined;
  /** What makes views: a function of ours that calls it stands between it and the script. */
  readonly #makers = new WeakSet<object>();

  constructor(
    readonly crossings: BorderWitness,
    readonly views: KnownViews,
  ) {
    const taken = (view: ArrayBufferView, first: number, count: number) => {
      const bounds = this.#memoryOf(view);
      if (!bounds) return;
      const size = bounds.length / typedLength(view as Bytes);
      const tell = () => crossings.copied('out', bounds.start + first * size, count * size, null);
      crossings.copying('iteration', () => undefined, tell, true);
    };
    this.iterators = new ViewIterators(crossings, taken, (view) => {
      if (boundsOf(view)?.length === 0) views.foundEmpty(view, true);
    });
  }

  /** Replaces the methods in a realm, before learner code runs in it. */
  watch(realm: Record<string, unknown>): void {
    const prototypeOf = (name: string) => (realm[name] as { readonly prototype: object }).prototype;
    const typed = Object.getPrototypeOf(prototypeOf('Uint8Array')) as object;
    const { crossings } = this;
    for (const name of viewTypes) if (realm[name]) weakAdd(this.#makers, realm[name] as object);
    weakAdd(this.#makers, (typed as Bytes).subarray);
    this.#replace(typed, 'set', (self, args) => this.#setting(self, args));
    this.#replace(typed, 'copyWithin', (self, args) => {
      const bounds = this.#memoryOf(self);
      if (!bounds) return null;
      const length = typedLength(self as Bytes);
      const to = indexIn(length, args[0], 0);
      const from = indexIn(length, args[1], 0);
      const count = min(indexIn(length, args[2], length) - from, length - to);
      const size = bounds.length / length;
      return () => count > 0 && crossings.copied('in', bounds.start + to * size, count * size, null);
    });
    this.#replace(typed, 'slice', (self, args) => {
      const bounds = this.#memoryOf(self);
      if (!bounds) return null;
      const length = typedLength(self as Bytes);
      const start = bounds.start + (indexIn(length, args[0], 0) * bounds.length) / length;
      return (result) => {
        const bytes = isView(result) ? typedBytes(result as Bytes) : 0;
        if (bytes > 0) crossings.copied('out', start, bytes, null);
      };
    });
    for (const { holder, name, taken, within, isQuiet, copies } of copyingBuiltIns(realm))
      this.#replace(holder, name, (self, args) => {
        const values = taken(self, args);
        for (let index = 0; isQuiet && index < values.length; index++) this.#look(values[index], within ?? null);
        return copies ? this.#taking(values, within ?? null) : null;
      });
    for (const name of ['values', 'entries', Symbol.iterator]) this.#follow(typed, name);
    const buffers = prototypeOf('ArrayBuffer');
    this.#replace(buffers, 'slice', this.#buffersPart);
    this.#buffersOfScripts = buffers;
    this.#replace(prototypeOf('TextEncoder'), 'encodeInto', (_self, args) => {
      const bounds = this.#memoryOf(args[1]);
      if (!bounds) return null;
      const text = args[0] === undefined ? '' : args[0];
      return (result) => {
        const written = getOwnPropertyDescriptor(result as object, 'written')?.value as number;
        const string = typeof text === 'string' ? { encoding: 'UTF-8', text } : null;
        if (string || written > 0) crossings.copied('in', bounds.start, written, string);
      };
    });
    this.#replace(prototypeOf('TextDecoder'), 'decode', (self, args) => {
      const bounds = this.#memoryOf(args[0]);
      if (!bounds) return null;
      return (text) => {
        const string = { encoding: encodingOf(self as TextDecoder), text: text as string };
        crossings.copied('out', bounds.start, bounds.length, string);
      };
    });
  }

  /** A buffer that the memory has now: where it is of another realm than scripts are, it finds its methods there. */
  watchBuffer(buffer: ArrayBufferLike): void {
    const prototype = getPrototypeOf(buffer) as ArrayBuffer;
    if (prototype === this.#buffersOfScripts) return;
    const value = this.#watched('slice', prototype.slice, this.#buffersPart);
    defineProperty(buffer, 'slice', { value, writable: true, configurable: true });
  }

  /** `new Int32Array(view)`, of a script. */
  viewCopied(type: string, view: ArrayBufferView): void {
    this.crossings.copying(
      `new ${type}`,
      () => undefined,
      () => this.#taking([view], null)?.(undefined),
      true,
    );
  }

  /** One of the glue's own views of memory, which scripts use too: its realm may be another. */
  watchView(view: Bytes): void {
    // What the view would find without this.
    const inherited: Method = (...args) => {
      const found = get(getPrototypeOf(view) as object, 'set') as Method;
      return apply((weakFind(this.#watchedOnes, found) as Method | undefined) ?? found, view, args);
    };
    const value = this.#watched('set', inherited, (self, args) => this.#setting(self, args));
    defineProperty(view, 'set', { value, writable: true, configurable: true });
  }

  /** `view.set(source, offset)`: into memory, out of it, or within. */
  #setting(self: unknown, args: readonly unknown[]): Telling {
    const { crossings } = this;
    const bounds = this.#memoryOf(self);
    if (!bounds) return this.#taking([args[0]], null);
    const length = typedLength(self as Bytes);
    const size = bounds.length / length;
    const offset = indexIn(length, args[1], 0);
    const count = countOf(args[0], length - offset, crossings.source.isProxy ?? (() => false));
    return () => count > 0 && crossings.copied('in', bounds.start + offset * size, count * size, null);
  }

  readonly #buffersPart: Before = (self, args) => {
    const buffer = this.crossings.source.buffer();
    if (self !== buffer) return null;
    const start = indexIn(bufferBytes(buffer), args[0], 0);
    return (result) => {
      const bytes = bufferBytes(result as ArrayBuffer);
      if (bytes > 0) this.crossings.copied('out', start, bytes, null);
    };
  };

  /** Tells of the views that a call takes and that are empty. */
  #look(value: unknown, within: CopyingBuiltIn['within'] | null): void {
    if (isView(value)) {
      if (boundsOf(value)?.length === 0) this.views.foundEmpty(value);
      return;
    }
    const { isProxy, buffer } = this.crossings.source;
    if (within === null || !isProxy || this.crossings.statement === null) return;
    const found = memoryWithin(value, buffer(), isProxy);
    for (let index = 0; index < found.length; index++) if (isView(found[index])) this.#look(found[index], null);
  }

  /** All that is in memory of what a call takes. */
  #taking(values: readonly unknown[], within: CopyingBuiltIn['within'] | null): Telling {
    const { crossings } = this;
    const taken = bareList<Bounds>();
    const add = (value: unknown) => {
      const bounds = this.#memoryOf(value);
      if (bounds) taken[taken.length] = within === 'buffers' ? whole(crossings.source.buffer()) : bounds;
    };
    for (let index = 0; index < values.length; index++) {
      const value = values[index];
      const { isProxy, buffer } = crossings.source;
      if (within === null || !isProxy) add(value);
      else if (crossings.statement !== null) {
        const found = memoryWithin(value, buffer(), isProxy);
        for (let each = 0; each < found.length; each++) add(found[each]);
      }
    }
    if (taken.length === 0) return null;
    return () => {
      for (let index = 0; index < taken.length; index++)
        crossings.copied('out', taken[index]?.start ?? 0, taken[index]?.length ?? 0, null);
    };
  }

  #replace(holder: object, name: string, before: Before): void {
    let found: PropertyDescriptor | undefined;
    // A browser's global object inherits some of its functions.
    for (let each: object | null = holder; each && !found; each = getPrototypeOf(each))
      found = Object.getOwnPropertyDescriptor(each, name);
    if (typeof found?.value !== 'function') return; // some are recent, or not everywhere
    Object.defineProperty(holder, name, { ...found, value: this.#watched(name, found.value as Method, before) });
  }

  /** Has the iterators that a method makes tell what is taken through them. */
  #follow(holder: object, name: PropertyKey): void {
    const found = Object.getOwnPropertyDescriptor(holder, name) as PropertyDescriptor;
    const known = weakFind(this.#watchedOnes, found.value as object);
    const handler = {
      apply: (target: Method, self: unknown, args: unknown[]): unknown => {
        const iterator = apply(target, self, args) as object;
        this.#callee = handler.apply;
        if (this.crossings.statement !== null && this.#memoryOf(self)) this.iterators.follow(self, iterator);
        return iterator;
      },
    };
    const value = known ?? new OwnProxy(found.value as Method, handler);
    weakKeep(this.#watchedOnes, found.value as object, value);
    Object.defineProperty(holder, name, { ...found, value });
  }

  #watched(name: string, original: Method, before: Before): Method {
    const { crossings, views } = this;
    const handler = {
      apply: (target: Method, self: unknown, args: unknown[]): unknown => {
        this.#callee = handler.apply;
        const tell = before(self, args);
        if (tell) return crossings.copying(name, () => apply(target, self, args) as unknown, tell, true);
        const makes = this.#isMaker(self) || (args.length > 1 && this.#isMaker(args[0]));
        if (makes) return views.during(handler.apply, () => apply(target, self, args) as unknown);
        return apply(target, self, args);
      },
      construct: (target: Method, args: unknown[], newTarget: object): object => {
        const of = newTarget === watched ? target : newTarget;
        this.#callee = handler.construct;
        const tell = before(undefined, args);
        const run = () => construct(target, args, of as NewableFunction) as object;
        return tell ? crossings.copying(`new ${name}`, run, tell, true) : run();
      },
    };
    const watched = new OwnProxy(original, handler);
    weakKeep(this.#watchedOnes, watched, original);
    return watched;
  }

  #isMaker(value: unknown): boolean {
    return typeof value === 'function' && weakHas(this.#makers, value);
  }

  /** The bytes of memory that a view or the buffer of memory shows; null for anything else. */
  #memoryOf(value: unknown): Bounds | null {
    const buffer = this.crossings.source.buffer();
    if (value === buffer) return { start: 0, length: bufferBytes(buffer) };
    const bounds = isView(value) ? boundsOf(value) : null;
    if (bounds?.buffer !== buffer || bounds.length === 0) return null;
    return this.views.isScripts(value as ArrayBufferView, this.#callee) ? bounds : null;
  }
}

const encodings = Object.getOwnPropertyDescriptor(TextDecoder.prototype, 'encoding')?.get as (
  this: TextDecoder,
) => string;
const encodingOf = (decoder: TextDecoder): string => {
  const name = apply(encodings, decoder, []) as string;
  return name === 'utf-8' ? 'UTF-8' : name === 'utf-16le' ? 'UTF-16' : name;
};

const whole = (buffer: ArrayBufferLike): Bounds => ({ start: 0, length: bufferBytes(buffer) });
