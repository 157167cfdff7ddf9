import type { StandardStreams } from './glue.ts';
import type { WasiFile, WasiFolder } from './wasi-tree.ts';
import { failure } from './wasi-types.ts';

/** Descriptors that can be open at once. */
const mostOpen = 1024;

/** Bits of `rights`: what a descriptor may be used for. */
export const rights = {
  datasync: 1n << 0n,
  read: 1n << 1n,
  seek: 1n << 2n,
  setFlags: 1n << 3n,
  sync: 1n << 4n,
  tell: 1n << 5n,
  write: 1n << 6n,
  advise: 1n << 7n,
  allocate: 1n << 8n,
  createFolder: 1n << 9n,
  createFile: 1n << 10n,
  open: 1n << 13n,
  list: 1n << 14n,
  readLink: 1n << 15n,
  renameFrom: 1n << 16n,
  renameTo: 1n << 17n,
  status: 1n << 18n,
  setSizeByPath: 1n << 19n,
  setTimesByPath: 1n << 20n,
  ownStatus: 1n << 21n,
  setSize: 1n << 22n,
  setTimes: 1n << 23n,
  removeFolder: 1n << 25n,
  unlink: 1n << 26n,
  poll: 1n << 27n,
} as const;

const all = (1n << 28n) - 1n;
const { datasync, read, seek, tell, write, allocate, setSize, setFlags, sync, advise, ownStatus, setTimes, poll } =
  rights;

/** What descriptors of each kind can be used for at most. */
export const rightsOf = {
  folder: all & ~(datasync | read | seek | tell | write | allocate | setSize),
  file:
    datasync | read | seek | setFlags | sync | tell | write | advise | allocate | ownStatus | setSize | setTimes | poll,
  stream: read | setFlags | write | ownStatus | poll,
} as const;

/** A standard stream. */
export interface WasiStream {
  readonly kind: 'stream';
  readonly read: StandardStreams['read'] | null;
  readonly write: ((bytes: Uint8Array) => void) | null;
}

/** What is open under a number. */
export interface Descriptor {
  readonly node: WasiFile | WasiFolder | WasiStream;
  /** The name of a folder that was open before the program began. */
  readonly name: string | null;
  /** Bits of `fdflags`. */
  flags: number;
  position: number;
  /** What it can be used for, and what descriptors opened in this folder can be. */
  rights: bigint;
  inherited: bigint;
}

/** Numbers and what is open under them: the standard streams, one folder, and what the program opens. */
export class WasiDescriptors {
  readonly #open: (Descriptor | null)[];

  constructor(folder: WasiFolder, { read, write }: StandardStreams) {
    const stream = (from: WasiStream['read'], to: WasiStream['write']): Descriptor => ({
      node: { kind: 'stream', read: from, write: to },
      ...{ name: null, flags: 0, position: 0, inherited: 0n },
      rights: rightsOf.stream & ~(from ? rights.write : rights.read),
    });
    this.#open = [
      stream(read, null),
      stream(null, (bytes) => write('stdout', bytes)),
      stream(null, (bytes) => write('stderr', bytes)),
      // Where a WASI program looks for folders that are open already.
      {
        node: folder,
        name: '/',
        flags: 0,
        position: 0,
        rights: rightsOf.folder,
        inherited: rightsOf.folder | rightsOf.file,
      },
    ];
  }

  /** What is open under a number. Fails where it may not be used so. */
  get(number: number, needed = 0n, neededInside = 0n): Descriptor {
    const found = this.#open[number >>> 0];
    if (!found) throw failure('badDescriptor');
    if ((needed & ~found.rights) !== 0n || (neededInside & ~found.inherited) !== 0n) throw failure('notCapable');
    return found;
  }

  /** The file that is open under a number. */
  file(number: number, needed: bigint): Descriptor & { readonly node: WasiFile } {
    const found = this.get(number, needed);
    if (found.node.kind !== 'file') throw failure('invalid');
    return found as Descriptor & { readonly node: WasiFile };
  }

  /** The folder that is open under a number. */
  folder(number: number, needed: bigint, neededInside = 0n): WasiFolder {
    const { node } = this.get(number, needed, neededInside);
    if (node.kind !== 'folder') throw failure('notAFolder');
    return node;
  }

  /** Puts it under the lowest number that is free. */
  add(descriptor: Descriptor): number {
    const free = this.#open.indexOf(null);
    if (free < 0 && this.#open.length >= mostOpen) throw failure('tooManyOpen');
    const number = free < 0 ? this.#open.length : free;
    this.#open[number] = descriptor;
    return number;
  }

  close(number: number): Descriptor {
    const closed = this.get(number);
    this.#open[number >>> 0] = null;
    return closed;
  }

  /** Moves what is open under a number to another, which must be open too: that is closed. Returns what was there. */
  renumber(from: number, to: number): Descriptor | null {
    const moved = this.get(from);
    const replaced = this.get(to);
    if (moved === replaced) return null;
    this.#open[to >>> 0] = moved;
    this.#open[from >>> 0] = null;
    return replaced;
  }

  /** Whether anybody can still read this file. */
  isOpen(file: WasiFile): boolean {
    return this.#open.some((each) => each?.node === file);
  }
}
