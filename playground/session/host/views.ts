import { type MemoryView, toAddress, type ViewType } from '../../trace/memory-state.ts';
import { bufferBytes, isResizable, memoryBuffer, weakGet, weakSet } from './intrinsics.ts';
import type { ScriptStack } from './script-stack.ts';

const viewTypes = [
  'Int8Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int16Array',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
  'Float16Array',
  'Float32Array',
  'Float64Array',
  'BigInt64Array',
  'BigUint64Array',
  'DataView',
] as const satisfies readonly ViewType[];

/** Views remembered at most; beyond it those that the program let go of are forgotten first, then the oldest. */
const capacity = 500;

type View = ArrayBufferView & { readonly length?: number; readonly BYTES_PER_ELEMENT?: number };
type ViewConstructor = new (...args: readonly unknown[]) => View;
type Realm = Record<string, unknown>;

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
  /** Called with the line of the script, 0 when unknown, and the view's id. */
  onAdded: (line: number, id: number) => void = () => undefined;

  constructor(
    readonly memory: WebAssembly.Memory,
    readonly scripts: ScriptStack,
    readonly onChange: () => void = () => undefined,
  ) {}

  /** Replaces the constructors in the realm in which learner code will run, before it runs. */
  watch(realm: Realm): void {
    for (const type of viewTypes) {
      const original = realm[type] as ViewConstructor | undefined;
      if (!original) continue; // Float16Array is recent
      const construct = (target: ViewConstructor, args: readonly unknown[], newTarget: unknown): View => {
        const view = Reflect.construct(target, args, (newTarget === proxy ? target : newTarget) as ViewConstructor);
        if (view.buffer === this.memory.buffer) {
          // The host and the glue make views all the time: only one that a script itself constructed counts.
          const line = this.scripts.callerOf(construct);
          // Without a length it reaches to the end of a resizable buffer, wherever that comes to be.
          if (line !== null)
            this.#add(type, view, line, args[2] === undefined && isResizable(memoryBuffer(this.memory)));
        }
        return view;
      };
      const proxy: ViewConstructor = new Proxy(original, { construct });
      Object.defineProperty(original.prototype, 'constructor', { value: proxy, writable: true, configurable: true });
      Object.defineProperty(realm, type, { value: proxy, writable: true, configurable: true });
    }
  }

  /** Notes a view that the glue made for JavaScript: Embind's `typed_memory_view`. */
  note(view: ArrayBufferView): void {
    const type = viewTypes.find((name) => name === view.constructor.name);
    if (type) this.#add(type, view, this.scripts.innermost(), false);
  }

  /**
   * Marks the views detached that were: all but those over a buffer that grew itself (`toResizableBuffer`). `bytes` is
   * the length that memory had before.
   */
  detachAll(by: Omit<Extract<MemoryView['state'], { kind: 'detached' }>, 'kind'>, bytes: number): void {
    const buffer = memoryBuffer(this.memory);
    for (const noted of this.#noted) {
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
    return this.#noted.map(({ shown, state }) => {
      const length = state.kind === 'live' ? lengthIn(shown, bytes) : shown.length;
      return { ...shown, length, state };
    });
  }

  #add(type: ViewType, view: View, madeAtLine: number | null, tracksLength: boolean): void {
    const shown = {
      id: ++this.#lastId,
      type,
      byteOffset: toAddress(view.byteOffset),
      length: view.length ?? view.byteLength,
      tracksLength,
      bytesPerElement: view.BYTES_PER_ELEMENT ?? 1,
      madeAtLine,
    };
    weakSet(this.#ids, view, shown.id);
    this.#noted.push({ shown, view: new WeakRef(view), buffer: memoryBuffer(this.memory), state: { kind: 'live' } });
    if (this.#noted.length > capacity) this.#forget();
    this.onAdded(madeAtLine ?? 0, shown.id);
    this.onChange();
  }

  #forget(): void {
    const held = this.#noted.filter(({ view }) => view.deref() !== undefined);
    this.#noted = held.slice(-capacity / 2);
  }
}

/** Elements of a view in a memory of so many bytes. */
function lengthIn(view: Omit<MemoryView, 'state'>, bytes: number): number {
  if (!view.tracksLength) return view.length;
  const { byteOffset, bytesPerElement } = view;
  return (bytes - byteOffset - ((bytes - byteOffset) % bytesPerElement)) / bytesPerElement;
}
