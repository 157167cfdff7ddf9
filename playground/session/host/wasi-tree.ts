import { encoded, failure } from './wasi-types.ts';

/** Bytes that all files hold at most, and how many files and folders there are at most. */
const mostBytes = 256 * 1024 * 1024;
const mostNodes = 100_000;
/** Bytes of a name, and of a path, at most: as Linux has it. */
const longestName = 255;
const longestPath = 4095;

// The realm's own, before a script may replace it.
const Bytes = Uint8Array;
type Bytes = Uint8Array<ArrayBuffer>;

/** Nanoseconds since 1970. */
export const present = (): bigint => BigInt(Date.now()) * 1_000_000n;

interface Times {
  accessed: bigint;
  modified: bigint;
  changed: bigint;
}

/** What is left for all nodes of a tree. */
interface Room {
  bytes: number;
  nodes: number;
}

/** A file in memory. Its contents are the first `size` bytes of what it has allocated; the rest of that is zero. */
export class WasiFile {
  readonly kind = 'file';
  readonly times = timesNow();
  /** Whether it has a name: an open file without one lives until it is closed. */
  isLinked = true;
  size = 0;
  #bytes: Bytes = new Bytes();

  constructor(
    readonly id: bigint,
    readonly room: Room,
  ) {}

  /** At most `length` bytes from a position on: none behind the end. Valid until the next write. */
  read(from: number, length: number): Bytes {
    this.times.accessed = present();
    const start = Math.min(from, this.size);
    return new Bytes(this.#bytes.buffer, start, Math.min(length, this.size - start));
  }

  write(from: number, bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    if (from + bytes.length > this.size) this.resize(from + bytes.length);
    this.#bytes.set(bytes, from);
    this.#touch();
  }

  /** New bytes are zero. */
  resize(size: number): void {
    if (size > this.#bytes.length) {
      const length = Math.max(size, Math.min(this.#bytes.length * 2, this.#bytes.length + this.room.bytes));
      const more = length - this.#bytes.length;
      if (more > this.room.bytes) throw failure('noSpace');
      const larger = new Bytes(length);
      larger.set(this.#bytes);
      this.#bytes = larger;
      this.room.bytes -= more;
    } else if (size < this.size) this.#bytes.fill(0, size, this.size);
    this.size = size;
    this.#touch();
  }

  /** Gives its room back, when nobody can read it any more. */
  release(): void {
    this.room.bytes += this.#bytes.length;
    this.room.nodes++;
    this.#bytes = new Bytes();
    this.size = 0;
  }

  #touch(): void {
    this.times.modified = this.times.changed = present();
  }
}

export class WasiFolder {
  readonly kind = 'folder';
  readonly times = timesNow();
  readonly size = 0;
  isLinked = true;
  readonly entries = new Map<string, WasiFile | WasiFolder>();

  constructor(
    readonly id: bigint,
    public parent: WasiFolder | null,
  ) {}
}

/** Where a path leads: a name in a folder, and what has it now. The folder that one starts from has no name. */
export interface WasiPlace {
  readonly folder: WasiFolder;
  readonly name: string | null;
  readonly node: WasiFile | WasiFolder | null;
  /** Whether the path ends with a slash: it names a folder, or nothing. */
  readonly isFolders: boolean;
}

/** Files and folders in memory. What cannot be done throws a failure, and nothing has changed then. */
export class WasiTree {
  readonly #room: Room = { bytes: mostBytes, nodes: mostNodes };
  #lastId = 1n;
  readonly root = new WasiFolder(this.#lastId, null);

  /** Where a path leads from a folder: see {@link namesIn}. */
  find(start: WasiFolder, path: string): WasiPlace {
    const names = [...namesIn(path)];
    const isFolders = path.endsWith('/');
    const last = names.pop();
    let folder = start;
    for (const name of names) {
      const next = entry(folder, name);
      if (!next) throw failure('noEntry');
      if (next.kind !== 'folder') throw failure('notAFolder');
      folder = next;
    }
    if (last === undefined) return { folder: start, name: null, node: start, isFolders };
    return { folder, name: last, node: entry(folder, last), isFolders };
  }

  makeFile(place: WasiPlace): WasiFile {
    if (place.isFolders) throw failure('isFolder');
    this.#take(place);
    const file = new WasiFile(++this.#lastId, this.#room);
    put(place, file);
    return file;
  }

  makeFolder(place: WasiPlace): void {
    if (place.node) throw failure('exists');
    this.#take(place);
    put(place, new WasiFolder(++this.#lastId, place.folder));
  }

  /** Takes a file's name away. */
  unlink(place: WasiPlace): WasiFile {
    const node = existing(place);
    if (node.kind === 'folder') throw failure('isFolder');
    remove(place);
    return node;
  }

  removeFolder(place: WasiPlace): void {
    const node = existing(place);
    if (place.name === null) throw failure('invalid');
    if (node.kind === 'file') throw failure('notAFolder');
    if (node.entries.size > 0) throw failure('notEmpty');
    remove(place);
    this.#room.nodes++;
  }

  /** Gives what has a name another one. Returns the file that had that one before. */
  rename(from: WasiPlace, to: WasiPlace): WasiFile | null {
    if (from.name === null || to.name === null) throw failure('busy');
    const node = existing(from);
    const replaced = to.node;
    if (isWithin(to.folder, node)) throw failure('invalid');
    if (to.isFolders && node.kind === 'file') throw failure('notAFolder');
    if (replaced && isWithin(from.folder, replaced)) throw failure('notEmpty');
    if (node === replaced) return null;
    if (!to.folder.isLinked) throw failure('noEntry');
    if (replaced?.kind === 'folder') {
      if (node.kind === 'file') throw failure('isFolder');
      this.removeFolder(to);
    } else if (replaced) {
      if (node.kind === 'folder') throw failure('notAFolder');
      remove(to);
    }
    remove(from);
    node.isLinked = true;
    put(to, node);
    if (node.kind === 'folder') node.parent = to.folder;
    return replaced?.kind === 'file' ? replaced : null;
  }

  #take({ folder }: WasiPlace): void {
    if (!folder.isLinked) throw failure('noEntry'); // it was removed while it was open
    if (this.#room.nodes === 0) throw failure('noSpace');
    this.#room.nodes--;
  }
}

/**
 * The names on the way that a path leads. `.` and `..` are taken away by its text alone, as Node's host does; one that begins
 * with a slash, or leads above the folder that it starts from, is refused.
 */
export function namesIn(path: string): readonly string[] {
  if (path === '' || path.includes('\0')) throw failure('invalid');
  if (encoded(path).length > longestPath) throw failure('nameTooLong');
  if (path.startsWith('/')) throw failure('notCapable');
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..' && names.length === 0) throw failure('notCapable');
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names;
}

/** What is at a place. */
export function existing({ node, isFolders }: WasiPlace): WasiFile | WasiFolder {
  if (!node) throw failure('noEntry');
  if (isFolders && node.kind === 'file') throw failure('notAFolder');
  return node;
}

function entry(folder: WasiFolder, name: string): WasiFile | WasiFolder | null {
  if (encoded(name).length > longestName) throw failure('nameTooLong');
  return folder.entries.get(name) ?? null;
}

function put({ folder, name }: WasiPlace, node: WasiFile | WasiFolder): void {
  folder.entries.set(name as string, node);
  folder.times.modified = present();
}

function remove({ folder, name, node }: WasiPlace): void {
  if (!node || name === null) return;
  folder.entries.delete(name);
  node.isLinked = false;
  folder.times.modified = present();
}

function isWithin(folder: WasiFolder, node: WasiFile | WasiFolder): boolean {
  for (let above: WasiFolder | null = folder; above; above = above.parent) if (above === node) return true;
  return false;
}

function timesNow(): Times {
  const now = present();
  return { accessed: now, modified: now, changed: now };
}
