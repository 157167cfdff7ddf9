import { errno } from './errno.ts';

const encoder = new TextEncoder();

/** The memory of a WASI program, as its host writes results into it. Every writer answers `errno.success`. */
export class GuestMemory {
  private memory: WebAssembly.Memory | null = null;
  private known: { readonly view: DataView; readonly bytes: Uint8Array } | null = null;

  /** Must be called before the program's first instruction. */
  attach(memory: WebAssembly.Memory): void {
    this.memory = memory;
  }

  get view(): DataView {
    return this.current().view;
  }

  get bytes(): Uint8Array {
    return this.current().bytes;
  }

  setU32(pointer: number, value: number): number {
    this.view.setUint32(pointer, value, true);
    return errno.success;
  }

  setU64(pointer: number, value: bigint): number {
    this.view.setBigUint64(pointer, value, true);
    return errno.success;
  }

  /** Bytes that look random and are always the same. */
  fill(pointer: number, length: number): number {
    const { bytes } = this;
    for (let i = 0; i < length; i++) bytes[pointer + i] = (i * 37 + 11) & 255;
    return errno.success;
  }

  /** How many strings there are, and the bytes they take with the zeros that end them. */
  setSizes(list: readonly string[], count: number, size: number): number {
    this.setU32(count, list.length);
    return this.setU32(
      size,
      list.reduce((sum, text) => sum + encoder.encode(text).length + 1, 0),
    );
  }

  setStrings(list: readonly string[], pointers: number, buffer: number): number {
    let at = buffer;
    for (const [index, text] of list.entries()) {
      this.setU32(pointers + 4 * index, at);
      const bytes = encoder.encode(`${text}\0`);
      this.bytes.set(bytes, at);
      at += bytes.length;
    }
    return errno.success;
  }

  /** The buffers of a list of `iovec`. */
  *vectors(pointer: number, count: number): Generator<{ start: number; length: number }> {
    for (let i = 0; i < count; i++) {
      const { view } = this;
      yield { start: view.getUint32(pointer + 8 * i, true), length: view.getUint32(pointer + 8 * i + 4, true) };
    }
  }

  /** Views are made again after each growth: the old buffer is detached then. */
  private current(): { readonly view: DataView; readonly bytes: Uint8Array } {
    const buffer = this.memory?.buffer;
    if (!buffer) throw new Error('the host was not started');
    if (this.known?.view.buffer !== buffer) this.known = { view: new DataView(buffer), bytes: new Uint8Array(buffer) };
    return this.known;
  }
}
