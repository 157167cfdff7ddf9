import { elementBytes, type ViewType, viewTypes } from '../../trace/memory-state.ts';
import { type AccessKind, accessKinds, type MisuseKind, misuseKinds } from '../../trace/script-log.ts';
import {
  bareList,
  getOwnPropertyDescriptor,
  isArray,
  isView,
  memoryBuffer,
  typedArrayName,
  typedBytes,
  typedLength,
} from './intrinsics.ts';
import type { ScriptTracer } from './script-tracer.ts';
import { boundsOf } from './value-preview.ts';
import { bufferOf, type Views } from './views.ts';

/** Bytes: no object of a program lies before this address, and what is used by a kept index lies no farther from its address. */
const nearest = 1000;

/** What is done to bytes. */
export type Access = 'read' | 'write' | 'update';

/** What a method is about to write. */
interface MethodWrite {
  readonly how: Access;
  readonly view: number;
  readonly start: number;
  readonly end: number;
}

/** A method of views at work. */
interface Method {
  readonly name: string;
  readonly writes: MethodWrite[];
  count: number;
}

/** Tells the tracer which bytes of memory a script reads and writes through its views, and what it cannot do to them. */
export class ViewAccess {
  /** The buffer of the detached view that a method was told to use last, in which step: what it tries to make of it is no news. */
  #used: ArrayBufferLike | null = null;
  #usedIn = 0;
  /** An address that was no multiple of an element's size, and the bits that its shift dropped; 0 where there is none. */
  #address = 0;
  #dropped = 0;
  /** Whether it was shifted earlier, to be kept. */
  #isKept = false;
  /** The method that tells what it is about to do. */
  #method: Method | null = null;
  /** Whether a script itself does what is told now: the glue calls methods of its own views, too. */
  isScripts: () => boolean = () => true;

  constructor(
    readonly memory: WebAssembly.Memory,
    readonly tracer: ScriptTracer,
    readonly views: Views,
  ) {
    views.onRefused = (type, args) => this.#refused(type, args);
    views.onFoundEmpty = (view, throws) => (throws ? this.used(view) : this.lookedAt(view));
  }

  /**
   * Runs a method of views. `before` tells what it is about to do; what it has written is told behind it. `written` tells
   * how many bytes that were, where it may be fewer.
   */
  during<Result>(
    name: string,
    before: () => void,
    run: () => Result,
    written: (result: Result) => number = () => Number.POSITIVE_INFINITY,
  ): Result {
    const method = { name, writes: bareList<MethodWrite>(), count: 0 };
    this.#method = method;
    before();
    this.#method = null;
    let most = 0; // told of nothing where it throws
    try {
      const result = run();
      most = written(result);
      return result;
    } finally {
      for (let index = 0; index < method.count; index++) this.#wrote(method.writes[index] as MethodWrite, most, name);
    }
  }

  #wrote({ how, view, start, end }: MethodWrite, most: number, method: string): void {
    const size = min(most, end - start);
    const changed = this.tracer.wrote(start, end, how === 'write' ? size : 0);
    if (view > 0 && size > 0) this.tracer.accessed(numberOf(accessKinds, how), view, start, size, method, changed);
  }

  /** `view[key]` is about to be read or written. Other keys than indices are no elements. A method throws. */
  element(how: Access, view: ArrayBufferView, key: unknown, isMethod = false): void {
    if (!this.tracer.isActive || typedArrayName(view) === undefined) return;
    const index = typeof key === 'string' && `${+key}` === key ? +key : key;
    if (typeof index !== 'number') return;
    const length = typedLength(view as Uint8Array<ArrayBuffer>);
    if (index >= 0 && index < length && index % 1 === 0) {
      const size = typedBytes(view as Uint8Array<ArrayBuffer>) / length;
      this.#between(view, size, index);
      this.range(how, view, index * size, (index + 1) * size, true);
      return;
    }
    const isDetached = length === 0 && this.isDetached(view);
    if (!isDetached && bufferOf(view) !== memoryBuffer(this.memory)) return;
    if (isMethod) this.misused(isDetached ? 'use-detached' : 'use-outside', view, index, 1);
    else if (how === 'read') this.misused(isDetached ? 'read-detached' : 'read-outside', view, index);
    else this.misused(isDetached ? 'write-detached' : 'write-outside', view, index);
  }

  /** What becomes an index when it is shifted by so many bits, or became one that was kept: the access comes next. */
  shifted(address: unknown, bits: number, isKept = false): void {
    this.#isKept = isKept;
    this.#dropped = typeof address === 'number' && (address & ((1 << bits) - 1)) !== 0 ? bits : 0;
    if (this.#dropped > 0) this.#address = address as number;
  }

  #between(view: ArrayBufferView, size: number, index: number): void {
    const isMeant = !this.#isKept || this.#isNear(view, index * size);
    if (this.#dropped > 0 && size === 1 << this.#dropped && isMeant)
      this.misused('between-elements', view, this.#address);
    this.#dropped = 0;
  }

  /** Whether what is accessed lies where the kept index was made for: else it was no index, but part of one. */
  #isNear(view: ArrayBufferView, offset: number): boolean {
    const far = (boundsOf(view)?.start ?? 0) + offset - this.#address;
    return this.#address >= nearest && far > -nearest && far < nearest;
  }

  /** Bytes of a view, counted from its own start, are about to be read or written. */
  range(how: Access, view: ArrayBufferView, from: number, to: number, isElement = false): void {
    const bounds = boundsOf(view);
    if (!this.tracer.isActive || !bounds || bounds.buffer !== memoryBuffer(this.memory)) return;
    const start = bounds.start + within(from, bounds.length);
    const end = bounds.start + within(to, bounds.length);
    if (end <= start) return;
    const method = isElement ? null : this.#method;
    if (method && how !== 'read') {
      this.tracer.settle(); // what changed before is not the method's
      method.writes[method.count++] = { how, view: this.#idOf(view), start, end };
      return;
    }
    if (how !== 'read') this.tracer.mayWrite(start, end, isElement);
    this.#tell(how, view, start, end - start, method?.name);
  }

  /** A method is about to use a whole view. It throws where that is detached. */
  whole(how: Access, view: ArrayBufferView): void {
    if (this.isDetached(view)) this.misused('use-detached', view);
    else this.range(how, view, 0, Number.POSITIVE_INFINITY);
  }

  /** A method is about to write somewhere into a view: nobody knows where without running a script's code. */
  somewhere(view: ArrayBufferView): void {
    const method = this.#method;
    this.#method = null;
    this.whole('write', view);
    this.#method = method;
  }

  /** A method is about to use these elements of a view. */
  elements(how: Access, view: ArrayBufferView, from: number, to: number): void {
    const length = typedLength(view as Uint8Array<ArrayBuffer>);
    const size = length === 0 ? 0 : typedBytes(view as Uint8Array<ArrayBuffer>) / length;
    if (this.isDetached(view)) this.misused('use-detached', view);
    else this.range(how, view, from * size, to * size);
  }

  /** A method is about to use these bytes of a `DataView`, counted from its start. It throws where they are not all there. */
  bytes(how: Access, view: ArrayBufferView, offset: number, size: number): void {
    const bounds = boundsOf(view);
    if (!bounds || this.isDetached(view)) this.misused('use-detached', view);
    else if (offset + size <= bounds.length) this.range(how, view, offset, offset + size, true);
    else if (bounds.buffer === memoryBuffer(this.memory)) this.misused('bytes-outside', view, offset, size);
  }

  /** Elements are about to be copied into a view. That throws where there is no room for all. */
  copied(view: ArrayBufferView, index: number, count: number): void {
    const length = typedLength(view as Uint8Array<ArrayBuffer>);
    if (this.isDetached(view)) this.misused('use-detached', view);
    else if (index + count <= length) {
      if (length > 0) this.#between(view, typedBytes(view as Uint8Array<ArrayBuffer>) / length, index);
      this.elements('write', view, index, index + count);
    } else if (bufferOf(view) === memoryBuffer(this.memory)) this.misused('use-outside', view, index, count);
  }

  /** What comes next is the value for this element, of a view or of anything else; `x[i]++` has none, and changes nothing of that. */
  assigns(object: unknown, key: unknown, isUpdate: boolean): void {
    const frame = this.tracer.current;
    if (!frame || (isUpdate && frame.target)) return;
    frame.target = isView(object) && !this.isDetached(object) ? object : null;
    frame.targetIndex = typeof key === 'number' ? key : Number.NaN;
  }

  /**
   * A value is about to be stored into the element that was told last. An object's own code may run before, or throw. Where
   * the value took what detached the view, which was looked up before, nothing is stored.
   */
  stores(value: unknown): void {
    const frame = this.tracer.current;
    const target = frame?.target ?? null;
    if (frame) frame.target = null;
    if (target && this.isDetached(target)) {
      this.misused('write-detached', target, frame?.targetIndex);
      return;
    }
    const type = typeof value;
    const isPlain = type !== 'object' && type !== 'function' && type !== 'symbol';
    if (isPlain || value === null) this.tracer.stores();
  }

  /** Its length is about to be asked; a `DataView` that is detached tells none. */
  measured(view: ArrayBufferView): void {
    if (this.isDetached(view))
      this.misused(typedArrayName(view) === undefined ? 'use-detached' : 'measure-detached', view);
  }

  /** Its indices are about to be gone through; a `DataView` has none. */
  lookedAt(view: ArrayBufferView): void {
    if (typedArrayName(view) !== undefined && this.isDetached(view)) this.misused('read-detached', view);
  }

  /** Something is about to be done to it that throws where it is detached. */
  used(view: ArrayBufferView): void {
    if (this.isDetached(view)) this.misused('use-detached', view);
  }

  /** Tells what cannot be done. The numbers are as `misuseKinds` tells. */
  misused(kind: MisuseKind, view: ArrayBufferView, first = Number.NaN, second = Number.NaN): void {
    if (!this.tracer.isActive) return;
    this.#used = kind === 'use-detached' ? bufferOf(view) : null;
    this.#usedIn = this.tracer.current?.statement ?? 0;
    const id = this.#idOf(view);
    if (id > 0) this.tracer.misused(numberOf(misuseKinds, kind), id, first, second);
  }

  /** Elements of what is copied into a view; null when asking could run code of the script. */
  countOf(source: unknown): number | null {
    if (isView(source))
      return typedArrayName(source) === undefined ? null : typedLength(source as Uint8Array<ArrayBuffer>);
    if (!isArray(source) || this.tracer.source.isProxy(source)) return null;
    return getOwnPropertyDescriptor(source, 'length')?.value as number;
  }

  /** Whether it was a view of the memory and is detached: one of this memory's buffer never is. */
  isDetached(view: ArrayBufferView): boolean {
    if (!this.tracer.isActive) return false;
    const buffer = bufferOf(view);
    return buffer !== memoryBuffer(this.memory) && this.views.knownSince(buffer) !== null;
  }

  /** A constructor has thrown. */
  #refused(type: ViewType, args: readonly unknown[]): void {
    const source = args[0] as object;
    if (isView(source)) {
      if (this.isDetached(source)) this.misused('use-detached', source);
      return;
    }
    const tell = (kind: MisuseKind, first: number, second: number) =>
      this.tracer.misused(numberOf(misuseKinds, kind), numberOf(viewTypes, type), first, second);
    const wasUsed = source === this.#used && this.#usedIn === this.tracer.current?.statement;
    this.#used = null;
    if (!this.tracer.isActive || wasUsed) return;
    if (source !== memoryBuffer(this.memory)) {
      tell('make-detached', this.views.knownSince(source) ?? 0, 0);
      return;
    }
    const offset = args[1] ?? 0;
    const length = args[2] ?? Number.NaN;
    if (typeof offset !== 'number' || typeof length !== 'number') return;
    tell(offset % elementBytes[type] !== 0 ? 'make-misaligned' : 'make-outside', offset, length);
  }

  #tell(kind: AccessKind, view: ArrayBufferView, at: number, size: number, method = ''): void {
    const id = this.#idOf(view);
    if (id > 0) this.tracer.accessed(numberOf(accessKinds, kind), id, at >>> 0, size, method);
  }

  #idOf(view: ArrayBufferView): number {
    return this.views.idOf(view) || (this.isScripts() ? this.views.used(view) : 0);
  }
}

const { min, max } = Math;
const within = (offset: number, length: number): number => max(0, min(offset, length));

function numberOf<Kind>(kinds: readonly Kind[], kind: Kind): number {
  let number = 0;
  while (kinds[number] !== kind) number++;
  return number;
}
