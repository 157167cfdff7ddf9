import { noteHeader } from '../../trace/log.ts';
import { pageSize } from '../../trace/memory-state.ts';
import type { JournalEntry } from '../replay/log-message.ts';

/** Entries and bytes of writes that are kept; a run with more cannot be run again. */
const mostEntries = 1_000_000;
const growthNote = noteHeader('growth');
const mostBytes = 64 * 1024 * 1024;

// The realm's own, before a script may replace them.
const Bytes = Uint8Array;

type Called = (...args: unknown[]) => unknown;

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
  /** Whether a call was announced that has not begun yet. */
  #announced = false;
  #isWhole = true;
  /** Called before a call of an export begins: what was written into memory must be told now. */
  beforeCall: () => void = () => undefined;

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

  /** JavaScript is about to write these bytes. */
  writes(address: number, length: number): void {
    if (this.#isWhole) this.#pending.push([address, length]);
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

  /** The program has been entered; whether through a wrapped export, as the host and the glue do. */
  entered(): boolean {
    const wasAnnounced = this.#announced;
    if (!wasAnnounced) this.#isWhole = false;
    this.#announced = false;
    return wasAnnounced;
  }

  /** The entries since the last time. */
  take(): readonly JournalEntry[] {
    const entries = this.#entries;
    this.#entries = [];
    return entries;
  }

  #wrapped(name: string, call: Called): Called {
    return (...args) => {
      this.beforeCall();
      this.#arrive();
      const isPlain = args.every((value) => typeof value === 'number' || typeof value === 'bigint');
      if (isPlain) this.#add({ kind: 'call', name, args: args as (number | bigint)[] });
      else this.#isWhole = false;
      this.#announced = true;
      try {
        return call(...args);
      } finally {
        this.#announced = false;
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
    for (const [address, length] of this.#pending) {
      const bytes = new Bytes(this.memory.buffer as ArrayBuffer).slice(address, address + length);
      this.#bytes += bytes.length;
      this.#add({ kind: 'write', address, bytes });
    }
    this.#pending = [];
  }

  #add(entry: JournalEntry): void {
    if (!this.#isWhole) return;
    this.#entries.push(entry);
    if (++this.#count > mostEntries || this.#bytes > mostBytes) {
      this.#isWhole = false;
      this.#entries = [];
    }
  }

  #size(): number {
    return this.memory.buffer.byteLength / pageSize;
  }
}
