import type { FileSystem, ImportedFunction } from './glue.ts';

/** Numbers of errors (WASI preview 1, `errno`), which are those of Emscripten's file system too. */
export const errno = {
  badDescriptor: 8,
  fault: 21,
  invalid: 28,
  notADirectory: 54,
  cannotSeek: 70,
  notSupported: 52,
} as const;

/** Bits of `rights`. */
export const rights = {
  read: 1n << 1n,
  seek: 1n << 2n,
  tell: 1n << 5n,
  write: 1n << 6n,
  all: (1n << 30n) - 1n,
} as const;

/** The number of a kind of file (`filetype`), by its mode. */
export function fileType(system: FileSystem, mode: number): number {
  if (system.isDir(mode)) return 3;
  if (system.isFile(mode)) return 4;
  return system.isLink(mode) ? 7 : fileType.characterDevice;
}
fileType.characterDevice = 2;

/** A program's memory, as the functions that it imports see it. An address outside of it is the error `fault`. */
export class WasiMemory {
  constructor(readonly whole: () => Uint8Array) {}

  bytes(address: number, length: number): Uint8Array {
    const whole = this.whole();
    const start = address >>> 0;
    if (start + (length >>> 0) > whole.length) throw { errno: errno.fault };
    return whole.subarray(start, start + (length >>> 0));
  }

  text(address: number, length: number): string {
    return new TextDecoder().decode(this.bytes(address, length).slice()); // bytes of a resizable buffer are refused
  }

  /** Fills a structure: bytes that `write` leaves are 0. */
  put(address: number, length: number, write: (view: DataView) => void): void {
    const bytes = this.bytes(address, length);
    bytes.fill(0);
    write(new DataView(bytes.buffer, bytes.byteOffset, length));
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
