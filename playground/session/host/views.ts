import { elementBytes, type MemoryView, toAddress, type ViewType, viewTypes } from '../../trace/memory-state.ts';
import {
  bufferBytes,
  dataViewBuffer,
  getPrototypeOf,
  isResizable,
  isView,
  construct as make,
  memoryBuffer,
  OwnProxy,
  typedArrayName,
  typedBuffer,
  typedLength,
  typedOffset,
  weakGet,
  weakSet,
} from './intrinsics.ts';
import type { ScriptPlace, ScriptStack } from './script-stack.ts';

/** Views remembered at most; beyond it those that the program let go of are forgotten first, then the oldest. */
const capacity = 500;

/** The buffer of a view, detached or not. */
export const bufferOf = (view: ArrayBufferView): ArrayBufferLike =>
  typedArrayName(view) === undefined ? dataViewBuffer(view as DataView) : typedBuffer(view as Uint8Array<ArrayBuffer>);

// The realm's own, before a script may replace it.
const Weak = WeakRef;
const { setPrototypeOf } = Object;

type View = ArrayBufferView & { readonly length?: number; readonly BYTES_PER_ELEMENT?: number };
type ViewConstructor = new (...args: readonly unknown[]) => View;
type Realm = Record<string, unknown>;

type Detached = Extract<MemoryView['state'], { readonly kind: 'detached' }>;

/** A buffer that the memory had: since which step, its bytes, and what detached it. */
interface KnownBuffer {
  readonly since: number;
  readonly bytes: number;
  by: Detached | null;
}

interface Noted {
  shown: Omit<MemoryView, 'state'>;
  readonly view: WeakRef<View>;
  /** What it was made over: a view that nobody holds any more is still shown. */
  readonly buffer: ArrayBufferLike;
  state: MemoryView['state'];
}

/**
 * The views that a learner's JavaScript makes over a program's memory. The realm's constructors are replaced by
 * proxies, which every way of making a view goes through, `subarray` too (by `constructor` and `Symbol.species`).
 * Identity, names and `instanceof` stay as they were.
 */
export class Views {
  #noted: Noted[] = [];
  #lastId = 0;
  readonly #ids = new WeakMap<object, number>();
  /** What the scripts' own views of each type inherit from. */
  readonly #prototypes = new Map<ViewType, object>();
  /** The buffers that the memory had, one after the other, and the number of each. */
  readonly #buffers: KnownBuffer[] = [];
  readonly #bufferNumbers = new WeakMap<object, number>();
  /** Whether a view is being told of: those who hear of it make views of their own, with the script still below them. */
  #isNoting = false;
  /** Tells the steps that the run has made. */
  steps: () => number = () => 0;
  /** A function of ours that stands between a script and the constructor. */
  between: ((...args: never) => unknown) | null = null;
  /** Called when a script has tried to make a view over a buffer of the memory, and the engine refused. */
  onRefused: (type: ViewType, args: readonly unknown[]) => void = () => undefined;
  /** Called with a view of memory whose elements a script has just copied into a typed array of their own. */
  onCopied: (type: ViewType, view: ArrayBufferView) => void = () => undefined;
  /** Called with a view that may be detached, where what takes elements of one takes none of it, or throws. */
  onFoundEmpty: (view: ArrayBufferView, throws: boolean) => void = () => undefined;
  /** Called with a view of the glue, where that lives in another realm than scripts. */
  onForeign: (view: ArrayBufferView) => void = () => undefined;
  /** Called with each buffer that the memory gets. */
  onBuffer: (buffer: ArrayBufferLike) => void = () => undefined;
  /** Called with the line of the script, 0 when unknown, and the view's id. */
  onAdded: (line: number, id: number) => void = () => undefined;

  constructor(
    readonly memory: WebAssembly.Memory,
    readonly scripts: ScriptStack,
    readonly onChange: () => void = () => undefined,
  ) {
    this.#know(memoryBuffer(memory));
  }

  /** Replaces the constructors in the realm in which learner code will run, before it runs. */
  watch(realm: Realm): void {
    for (const type of viewTypes) {
      const original = realm[type] as ViewConstructor | undefined;
      if (!original) continue; // Float16Array is recent
      this.#prototypes.set(type, original.prototype as object);
      const construct = (target: ViewConstructor, args: readonly unknown[], newTarget: unknown): View => {
        const of = (newTarget === proxy ? target : newTarget) as ViewConstructor;
        let view: View;
        try {
          view = make(target, args, of) as View;
        } catch (refusal) {
          if (this.#isOurs(args[0]) && this.scripts.callerOf(this.between ?? construct) !== null)
            this.onRefused(type, args);
          throw refusal;
        }
        if (!this.#isNoting && bufferOf(view) === memoryBuffer(this.memory)) {
          // The host and the glue make views all the time: only one that a script itself constructed counts.
          const place = this.scripts.callerOf(this.between ?? construct);
          // Without a length it reaches to the end of a resizable buffer, wherever that comes to be.
          const tracksLength = args[2] === undefined && isResizable(memoryBuffer(this.memory));
          if (place !== null) this.#add(type, view, place, tracksLength);
        }
        const source = args[0]; // no list is taken apart: a script may have replaced how
        if (!this.#isNoting && isView(source) && bufferOf(source) === memoryBuffer(this.memory))
          this.onCopied(type, source);
        return view;
      };
      const proxy: ViewConstructor = new OwnProxy(original, { construct });
      Object.defineProperty(original.prototype, 'constructor', { value: proxy, writable: true, configurable: true });
      Object.defineProperty(realm, type, { value: proxy, writable: true, configurable: true });
    }
  }

  /** Notes a view that the glue made for JavaScript, Embind's `typed_memory_view`, and makes it one of the scripts' realm. */
  note(view: ArrayBufferView): void {
    const type = typeNamed(view.constructor.name);
    if (!type) return;
    const prototype = this.#prototypes.get(type);
    // In Node.js the glue's realm is another, whose methods tell nothing of what they copy and read.
    if (prototype && getPrototypeOf(view) !== prototype) setPrototypeOf(view, prototype);
    this.#add(type, view, this.scripts.innermost(), false);
  }

  /** Runs what makes a view for a script that called `callee`, a function of ours. */
  through<Result>(callee: (...args: never) => unknown, run: () => Result): Result {
    const outer = this.between;
    this.between = outer ?? callee;
    try {
      return run();
    } finally {
      this.between = outer;
    }
  }

  /** Whether the memory has had another buffer than it has now. */
  get haveDetached(): boolean {
    return this.#buffers.length > 1;
  }

  /** The step in which a buffer of the memory became known; null when it never was one. */
  knownSince(buffer: object): number | null {
    const number = weakGet(this.#bufferNumbers, buffer);
    return number === undefined ? null : (this.#buffers[number]?.since ?? null);
  }

  /**
   * Marks the views detached that were: all but those over a buffer that grew itself (`toResizableBuffer`). `bytes` is
   * the length that memory had before.
   */
  detachAll(by: Omit<Detached, 'kind'>, bytes: number): void {
    const buffer = memoryBuffer(this.memory);
    const last = this.#buffers[this.#buffers.length - 1];
    if (last && this.knownSince(buffer) === null) last.by = { kind: 'detached', ...by };
    this.#know(buffer);
    for (let index = 0; index < this.#noted.length; index++) {
      const noted = this.#noted[index] as Noted;
      if (noted.state.kind === 'detached' || noted.buffer === buffer) continue;
      noted.shown = { ...noted.shown, length: lengthIn(noted.shown, bytes) };
      noted.state = { kind: 'detached', ...by };
    }
  }

  /** The id of a view that was noted; 0 when it was not. */
  idOf(view: object): number {
    return weakGet(this.#ids, view) ?? 0;
  }

  /** Views noted so far. */
  get count(): number {
    return this.#lastId;
  }

  list(): readonly MemoryView[] {
    const bytes = bufferBytes(memoryBuffer(this.memory));
    const { hasSeveral } = this.scripts;
    return this.#noted.map(({ shown: { madeInFile, ...shown }, state }) => {
      const length = state.kind === 'live' ? lengthIn(shown, bytes) : shown.length;
      if (hasSeveral) return { ...shown, ...(madeInFile && { madeInFile }), length, state };
      if (state.kind === 'live') return { ...shown, length, state };
      const { byFile: _, ...detached } = state;
      return { ...shown, length, state: detached };
    });
  }

  #add(type: ViewType, view: View, madeAt: ScriptPlace | null, tracksLength: boolean): void {
    const id = ++this.#lastId;
    this.#tell(() => this.onAdded(madeAt?.line ?? 0, id));
    const shown = {
      ...{ id, madeBy: 'script' as const, madeInStep: this.steps() },
      type,
      byteOffset: toAddress(view.byteOffset),
      length: view.length ?? view.byteLength,
      tracksLength,
      bytesPerElement: view.BYTES_PER_ELEMENT ?? 1,
      madeAtLine: madeAt?.line ?? null,
      madeInFile: madeAt?.path,
    };
    this.#keep(view, shown, { kind: 'live' });
  }

  #tell(call: () => void): void {
    const was = this.#isNoting;
    this.#isNoting = true;
    try {
      call();
    } finally {
      this.#isNoting = was;
    }
  }

  /**
   * Notes a view that a script uses and did not make: one of the glue's. Those cover all of memory and are as old as its
   * buffer; one that is detached tells no length any more. Returns its id; 0 when it is none of this memory.
   */
  used(view: ArrayBufferView): number {
    const type = typeNamed(typedArrayName(view) ?? 'DataView');
    const buffer = bufferOf(view);
    const known = this.#buffers[weakGet(this.#bufferNumbers, buffer) ?? -1];
    if (!type || !known) return 0;
    const bytesPerElement = elementBytes[type];
    const isLive = buffer === memoryBuffer(this.memory);
    const isTyped = type !== 'DataView';
    const shown = {
      ...{ id: ++this.#lastId, type, bytesPerElement, madeBy: 'glue' as const, madeAtLine: null },
      madeInStep: known.since,
      byteOffset: toAddress(isLive && isTyped ? typedOffset(view as Uint8Array<ArrayBuffer>) : 0),
      length: isLive && isTyped ? typedLength(view as Uint8Array<ArrayBuffer>) : known.bytes / bytesPerElement,
      tracksLength: isLive && isResizable(buffer),
    };
    this.#keep(view as View, shown, known.by ?? { kind: 'live' });
    return shown.id;
  }

  #keep(view: View, shown: Noted['shown'], state: MemoryView['state']): void {
    weakSet(this.#ids, view, shown.id);
    this.#noted[this.#noted.length] = { shown, view: new Weak(view), buffer: bufferOf(view), state };
    if (this.#noted.length > capacity) this.#forget();
    this.#tell(this.onChange);
  }

  #know(buffer: ArrayBufferLike): void {
    if (weakGet(this.#bufferNumbers, buffer) !== undefined) return;
    weakSet(this.#bufferNumbers, buffer, this.#buffers.length);
    this.#buffers[this.#buffers.length] = { since: this.steps(), bytes: bufferBytes(buffer), by: null };
    this.onBuffer(buffer);
  }

  /** Whether it is a buffer that the memory has or had, or a view of one. */
  #isOurs(value: unknown): boolean {
    if (typeof value !== 'object' || value === null) return false;
    return this.knownSince(isView(value) ? bufferOf(value) : value) !== null;
  }

  #forget(): void {
    const held = this.#noted.filter(({ view }) => view.deref() !== undefined);
    this.#noted = held.slice(-capacity / 2);
  }
}

function typeNamed(name: string): ViewType | undefined {
  for (let index = 0; index < viewTypes.length; index++) if (viewTypes[index] === name) return viewTypes[index];
  return undefined;
}

/** Elements of a view in a memory of so many bytes. */
function lengthIn(view: Omit<MemoryView, 'state'>, bytes: number): number {
  if (!view.tracksLength) return view.length;
  const { byteOffset, bytesPerElement } = view;
  return (bytes - byteOffset - ((bytes - byteOffset) % bytesPerElement)) / bytesPerElement;
}
