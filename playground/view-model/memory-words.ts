import { type ByteSource, toAddress } from '../trace/memory-state.ts';

const windowSize = 65_536;

/** 32-bit little-endian words of memory at one moment. What is asked for is read in windows, one at a time, each once. */
export class MemoryWords {
  readonly #source: ByteSource;
  readonly #windows = new Map<number, Uint8Array>();

  constructor(
    source: ByteSource,
    /** Bytes of the whole memory. */
    readonly size: number,
  ) {
    this.#source = source;
  }

  /** Bytes that were read so far. */
  get bytesRead(): number {
    return this.#windows.size * windowSize;
  }

  /** `count` words from an address on; fewer where memory ends. */
  async at(address: number, count: number): Promise<readonly number[]> {
    const within = Math.max(0, Math.min(count, Math.floor((this.size - address) / 4)));
    const last = Math.floor((address + within * 4 - 1) / windowSize);
    for (let window = Math.floor(address / windowSize); window <= last; window++) await this.#load(window);
    return Array.from({ length: within }, (_, index) => this.#word(address + index * 4));
  }

  async #load(window: number): Promise<void> {
    if (this.#windows.has(window)) return;
    const start = window * windowSize;
    const end = Math.min(this.size, start + windowSize);
    this.#windows.set(window, await this.#source.read({ start: toAddress(start), end: toAddress(end) }));
  }

  #word(address: number): number {
    const byte = (at: number) => this.#windows.get(Math.floor(at / windowSize))?.[at % windowSize] ?? 0;
    return (byte(address) | (byte(address + 1) << 8) | (byte(address + 2) << 16) | (byte(address + 3) << 24)) >>> 0;
  }
}
