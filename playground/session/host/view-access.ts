import { type AccessKind, accessKinds } from '../../trace/script-log.ts';
import {
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
import type { Views } from './views.ts';

/** Tells the tracer which bytes of memory a script reads and writes through its views. */
export class ViewAccess {
  constructor(
    readonly memory: WebAssembly.Memory,
    readonly tracer: ScriptTracer,
    readonly views: Views,
  ) {}

  /** `view[key]` is about to be read or written. Other keys than indices are no elements. */
  element(how: 'read' | 'write' | 'update', view: ArrayBufferView, key: unknown): void {
    if (!this.tracer.isActive || typedArrayName(view) === undefined) return;
    const index = typeof key === 'string' && `${+key}` === key ? +key : key;
    if (typeof index !== 'number') return;
    const length = typedLength(view as Uint8Array<ArrayBuffer>);
    if (index >= 0 && index < length && index % 1 === 0) {
      const size = typedBytes(view as Uint8Array<ArrayBuffer>) / length;
      this.range(how, view, index * size, (index + 1) * size);
    } else {
      const isDetached = length === 0 && this.#isDetached(view);
      const bounds = boundsOf(view);
      if (!isDetached && bounds?.buffer !== memoryBuffer(this.memory)) return;
      const verb = how === 'read' ? 'read' : 'write';
      this.#tell(`${verb}-${isDetached ? 'detached' : 'outside'}`, view, index, 0);
    }
  }

  /** Bytes of a view, counted from its own start, are about to be read or written. */
  range(how: 'read' | 'write' | 'update', view: ArrayBufferView, from: number, to: number): void {
    const bounds = boundsOf(view);
    if (!this.tracer.isActive || !bounds || bounds.buffer !== memoryBuffer(this.memory)) return;
    const start = bounds.start + within(from, bounds.length);
    const end = bounds.start + within(to, bounds.length);
    if (end <= start) return;
    if (how !== 'read') this.tracer.mayWrite(start, end);
    this.#tell(how, view, start, end - start);
  }

  /** A method is about to use a whole view. */
  whole(how: 'read' | 'write' | 'update', view: ArrayBufferView): void {
    const kind = how === 'read' ? 'read-detached' : 'set-detached';
    if (this.#isDetached(view)) this.#tell(kind, view, 0, 0);
    else this.range(how, view, 0, Number.POSITIVE_INFINITY);
  }

  /** Its length is about to be asked. */
  measured(view: ArrayBufferView): void {
    if (this.#isDetached(view)) this.#tell('measure-detached', view, 0, 0);
  }

  /** Elements of what is copied into a view; null when asking could run code of the script. */
  countOf(source: unknown): number | null {
    if (isView(source))
      return typedArrayName(source) === undefined ? null : typedLength(source as Uint8Array<ArrayBuffer>);
    if (!isArray(source) || this.tracer.source.isProxy(source)) return null;
    return getOwnPropertyDescriptor(source, 'length')?.value as number;
  }

  /** Whether it was a view of the memory and is detached: one of this memory's buffer never is. */
  #isDetached(view: ArrayBufferView): boolean {
    if (!this.tracer.isActive || this.views.idOf(view) === 0) return false;
    const bounds = boundsOf(view);
    return !bounds || (bounds.length === 0 && bounds.buffer !== memoryBuffer(this.memory));
  }

  #tell(kind: AccessKind, view: ArrayBufferView, at: number, size: number): void {
    const id = this.views.idOf(view);
    if (id === 0) return; // made by the host or the glue
    let number = 0;
    while (accessKinds[number] !== kind) number++;
    this.tracer.accessed(number, id, at >>> 0, size);
  }
}

const { min, max } = Math;
const within = (offset: number, length: number): number => max(0, min(offset, length));
