import type { ImportedFunction } from './glue.ts';
import { method } from './intrinsics.ts';

/** Numbers of errors (WASI preview 1, `errno`). */
export const errno = {
  badDescriptor: 8,
  busy: 10,
  exists: 20,
  fault: 21,
  invalid: 28,
  isFolder: 31,
  tooManyOpen: 33,
  nameTooLong: 37,
  noRoomForName: 42,
  noEntry: 44,
  noSpace: 51,
  notAFolder: 54,
  notEmpty: 55,
  notSupported: 58,
  cannotSeek: 70,
  notCapable: 76,
} as const;

/** What functions throw that {@link failing} makes numbers of. */
export const failure = (name: keyof typeof errno) => ({ errno: errno[name] });

/** Numbers of kinds of file (`filetype`). */
export const fileTypes = { stream: 2, folder: 3, file: 4 } as const;

// The realm's own, before a script may replace or watch them: what the host reads is no view of the learner's.
const Bytes = Uint8Array;
const View = DataView;
const decode = method(TextDecoder.prototype.decode);
const encode = method(TextEncoder.prototype.encode);
const setBytes = method(Uint8Array.prototype.set);
const fillBytes = method(Uint8Array.prototype.fill);
const sliceBytes = method(Uint8Array.prototype.slice);
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

export const encoded = (text: string) => encode(encoder, text) as Uint8Array<ArrayBuffer>;

/** Told after bytes were copied into memory or out of it: where, how many, and `text` where they are one. */
export type OnCopied = (way: 'in' | 'out', address: number, length: number, text: string | null) => void;

/** A program's memory, as the functions that it imports see it. An address outside of it is the error `fault`. */
export class WasiMemory {
  constructor(
    readonly buffer: () => ArrayBuffer,
    /** Called before these bytes are written. */
    readonly beforeWrite: (address: number, length: number) => void,
    /** Structures are not told. */
    readonly onCopied: OnCopied,
  ) {}

  /** To be read. */
  bytes(address: number, length: number): Uint8Array<ArrayBuffer> {
    const buffer = this.buffer();
    if ((address >>> 0) + (length >>> 0) > buffer.byteLength) throw failure('fault');
    return new Bytes(buffer, address >>> 0, length >>> 0);
  }

  view(address: number, length: number): DataView {
    return new View(this.bytes(address, length).buffer, address >>> 0, length >>> 0);
  }

  copy(address: number, length: number): Uint8Array {
    return sliceBytes(this.bytes(address, length));
  }

  text(address: number, length: number): string {
    const text = decode(decoder, this.copy(address, length)); // bytes of a resizable buffer are refused
    this.onCopied('out', address >>> 0, length >>> 0, text);
    return text;
  }

  write(address: number, bytes: Uint8Array, text: string | null = null): void {
    const written = this.bytes(address, bytes.length);
    if (bytes.length === 0) return;
    this.beforeWrite(address >>> 0, bytes.length);
    setBytes(written, bytes);
    this.onCopied('in', address >>> 0, bytes.length, text);
  }

  /** Fills a structure: bytes that `fill` leaves are 0. */
  put(address: number, length: number, fill: (view: DataView) => void): void {
    const bytes = this.bytes(address, length);
    this.beforeWrite(address >>> 0, length);
    fillBytes(bytes, 0);
    fill(new View(bytes.buffer, bytes.byteOffset, length));
  }

  putNumber(address: number, value: number): void {
    this.put(address, 4, (view) => view.setUint32(0, value, true));
  }

  putLong(address: number, value: bigint): void {
    this.put(address, 8, (view) => view.setBigUint64(0, value, true));
  }

  /** Addresses and lengths of the buffers of a list (`iovec`), each of them within memory. */
  vectors(list: number, count: number): readonly { readonly at: number; readonly length: number }[] {
    if ((count >>> 0) * 8 > this.buffer().byteLength) throw failure('fault');
    const view = this.view(list, (count >>> 0) * 8);
    return Array.from({ length: count >>> 0 }, (_, index) => {
      const at = view.getUint32(index * 8, true);
      return { at, length: this.bytes(at, view.getUint32(index * 8 + 4, true)).length };
    });
  }
}

/** Makes functions that throw what failed into functions that return its number, 0 when nothing did. */
export function failing(
  functions: Readonly<Record<string, (...args: never) => void>>,
): Record<string, ImportedFunction> {
  return Object.fromEntries(
    Object.entries(functions).map(([name, run]) => [
      name,
      (...args: never) => {
        try {
          run(...args);
          return 0;
        } catch (thrown) {
          if (typeof thrown === 'object' && thrown !== null && 'errno' in thrown) return thrown.errno;
          throw thrown;
        }
      },
    ]),
  );
}
