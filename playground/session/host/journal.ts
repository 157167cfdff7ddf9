import { noteHeader } from '../../trace/log.ts';
import { pageSize } from '../../trace/memory-state.ts';
import type { JournalEntry } from '../replay/log-message.ts';
import type { WasmType } from '../run.ts';
import { apply, bareList } from './intrinsics.ts';
import type { Signature } from './module-reader.ts';

/** Entries and bytes of writes that are kept; a run with more cannot be run again. */
const mostEntries = 1_000_000;
const growthNote = noteHeader('growth');
const mostBytes = 64 * 1024 * 1024;

// The realm's own, before a script may replace them.
const Bytes = Uint8Array;
const toNumber = Number;

type Called = (...args: unknown[]) => unknown;
type CallEntry = Extract<JournalEntry, { kind: 'call' }>;

/**
 * Everything that reached a program from outside, in order: calls of its exports, results of what it imports, what was
 * written into its memory. With it the program can be run again, step for step the same.
 */
export class Journal {
  #entries: JournalEntry[] = [];
  #pending: (readonly [address: number, length: number])[] = [];
  #count = 0;
  #bytes = 0;
  #pages: number;
  /** The call that was announced and has not begun yet; `kept` when its entry is there already. */
  #announced: CallEntry | 'kept' | null = null;
  #isWhole = true;
  /** Called before a call of an export begins, with its name: what was written into memory must be told now. */
  beforeCall: (name: string) => void = () => undefined;

  constructor(readonly memory: WebAssembly.Memory) {
    this.#pages = this.#size();
  }

  /** Whether nothing is missing: false when the program was entered in a way that was not announced. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** The exports, so that calls of them are kept. */
  wrap(exports: WebAssembly.Exports): WebAssembly.Exports {
    const wrapped: Record<string, WebAssembly.ExportValue> = {};
    for (const [name, value] of Object.entries(exports)) {
      const isProbe = name.startsWith('pagewise.') && name !== 'pagewise.start';
      wrapped[name] = typeof value === 'function' && !isProbe ? this.#wrapped(name, value as Called) : value;
    }
    return wrapped;
  }

  /** The run is not to be repeated: keeping all that it takes would hold it up. */
  giveUp(): void {
    this.#isWhole = false;
    this.#entries = [];
  }

  /** JavaScript is about to write these bytes. */
  writes(address: number, length: number): void {
    if (this.#isWhole) this.#pending[this.#pending.length] = [address, length];
  }

  /**
   * A script calls an export. The call is kept as it enters the program, after the step that it is; where it passes what
   * another run would not have, nothing is announced.
   */
  duringScripts<Result>(
    name: string,
    args: readonly unknown[],
    signature: Signature | null,
    call: () => Result,
  ): Result {
    this.#announced = signature && announcement(name, args, signature.parameters);
    try {
      return call();
    } finally {
      this.#announced = null;
      this.left();
    }
  }

  /** What JavaScript did to memory comes first, but for a growth that the note announces. */
  note(header: number, first: number, second: number, isStep: boolean): void {
    if (header === growthNote) this.#flushWrites();
    else this.#arrive();
    this.#add({ kind: 'note', words: [header, first, second], isStep });
  }

  /** The program has called an import: JavaScript runs. */
  left(): void {
    this.#pages = this.#size();
  }

  /** The import returns to the program; without a value when it throws. */
  returns(result: { readonly value: unknown } | null): void {
    this.#arrive();
    const value = result?.value;
    if (!result) this.#add({ kind: 'end' });
    else if (value === undefined || typeof value === 'number' || typeof value === 'bigint' || value === null)
      this.#add({ kind: 'return', value: value ?? 0 });
    else if (typeof value === 'boolean') this.#add({ kind: 'return', value: Number(value) });
    else this.#isWhole = false; // a reference: another run would have another
  }

  /** Whether the program is being entered through a wrapped export, as the host and the glue do. */
  get isHosts(): boolean {
    return this.#announced === 'kept';
  }

  /** The program has been entered, and all is told that came before. */
  entered(): void {
    if (!this.#announced) this.#isWhole = false;
    else if (this.#announced !== 'kept') {
      this.#arrive();
      this.#add(this.#announced);
    }
    this.#announced = null;
  }

  /** The entries since the last time. */
  take(): readonly JournalEntry[] {
    const entries = this.#entries;
    this.#entries = [];
    return entries;
  }

  #wrapped(name: string, call: Called): Called {
    return (...args) => {
      this.beforeCall(name);
      this.#arrive();
      let isPlain = true;
      for (let index = 0; index < args.length; index++)
        if (typeof args[index] !== 'number' && typeof args[index] !== 'bigint') isPlain = false;
      if (isPlain) this.#add({ kind: 'call', name, args: args as (number | bigint)[] });
      else this.#isWhole = false;
      this.#announced = 'kept';
      try {
        return apply(call, undefined, args);
      } finally {
        this.#announced = null;
        this.left();
      }
    };
  }

  /** Control goes to the program: what JavaScript did to memory before comes first. */
  #arrive(): void {
    const pages = this.#size();
    if (pages > this.#pages) this.#add({ kind: 'grow', pages: pages - this.#pages });
    this.#pages = pages;
    this.#flushWrites();
  }

  #flushWrites(): void {
    // Not iterated: a script may have replaced what lists are iterated with.
    for (let index = 0; index < this.#pending.length; index++) {
      const pending = this.#pending[index];
      const address = pending?.[0] ?? 0;
      const length = pending?.[1] ?? 0;
      const bytes = new Bytes(length);
      const all = new Bytes(this.memory.buffer as ArrayBuffer);
      for (let at = 0; at < length; at++) bytes[at] = all[address + at] ?? 0;
      this.#bytes += bytes.length;
      this.#add({ kind: 'write', address, bytes });
    }
    this.#pending = [];
  }

  #add(entry: JournalEntry): void {
    if (!this.#isWhole) return;
    this.#entries[this.#entries.length] = entry;
    if (++this.#count > mostEntries || this.#bytes > mostBytes) this.giveUp();
  }

  #size(): number {
    return this.memory.buffer.byteLength / pageSize;
  }
}

/** A call with its arguments as the program gets them; null where one is an object, whose conversion may run code. */
function announcement(name: string, args: readonly unknown[], parameters: readonly WasmType[]): CallEntry | null {
  const passed = bareList<number | bigint>();
  for (let index = 0; index < parameters.length; index++) {
    const value = args[index];
    const converted = parameters[index] === 'i64' ? (typeof value === 'bigint' ? value : null) : asNumber(value);
    if (converted === null || isReference(parameters[index])) return null;
    passed[index] = converted;
  }
  return { kind: 'call', name, args: passed };
}

const isReference = (type: WasmType | undefined): boolean =>
  type === 'externref' || type === 'funcref' || type === 'v128';

function asNumber(value: unknown): number | null {
  const isPlain = value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean';
  return typeof value === 'number' ? value : isPlain ? toNumber(value) : null;
}
