import type { ImportedFunction } from './glue.ts';
import { rights, type WasiDescriptors } from './wasi-descriptors.ts';
import { present, WasiFile, type WasiFolder } from './wasi-tree.ts';
import { encoded, failing, failure, fileTypes, type WasiMemory } from './wasi-types.ts';

const append = 1;
/** Bytes of a `dirent` before its name. */
const entrySize = 24;

type Vectors = ReturnType<WasiMemory['vectors']>;

/** WASI preview 1's functions on descriptors (`fd_…`). */
export function wasiFiles(descriptors: WasiDescriptors, memory: WasiMemory): Record<string, ImportedFunction> {
  /** Passes buffers on, each from where the one before ended, until one is not all taken. Returns how many bytes were. */
  const each = (vectors: Vectors, pass: (at: number, length: number, done: number) => number): number => {
    let done = 0;
    for (const { at, length } of vectors) {
      const passed = length === 0 ? 0 : pass(at, length, done);
      done += passed;
      if (passed < length) break;
    }
    return done;
  };
  const writeFile = (file: WasiFile, vectors: Vectors, from: number): number =>
    each(vectors, (at, length, done) => {
      file.write(from + done, memory.bytes(at, length));
      return length;
    });
  const readFile = (file: WasiFile, vectors: Vectors, from: number): number =>
    each(vectors, (at, length, done) => {
      const bytes = file.read(from + done, length);
      memory.write(at, bytes);
      return bytes.length;
    });
  return failing({
    fd_write(number: number, list: number, count: number, result: number) {
      const to = descriptors.get(number, rights.write);
      const vectors = memory.vectors(list, count);
      const { node } = to;
      if (node.kind === 'folder') throw failure('isFolder');
      if (node.kind === 'stream') {
        const written = each(vectors, (at, length) => {
          node.write?.(memory.copy(at, length));
          return length;
        });
        return memory.putNumber(result, written);
      }
      if (to.flags & append && vectors.some(({ length }) => length > 0)) to.position = node.size;
      const written = writeFile(node, vectors, to.position);
      to.position += written;
      memory.putNumber(result, written);
    },
    fd_pwrite(number: number, list: number, count: number, offset: bigint, result: number) {
      const from = toPosition(offset);
      const { node } = descriptors.file(number, rights.write | rights.seek);
      memory.putNumber(result, writeFile(node, memory.vectors(list, count), from));
    },
    fd_read(number: number, list: number, count: number, result: number) {
      const from = descriptors.get(number, rights.read);
      const vectors = memory.vectors(list, count);
      const { node } = from;
      if (node.kind === 'folder') throw failure('isFolder');
      if (node.kind === 'stream') {
        const taken = each(vectors, (at, length) => {
          const bytes = node.read?.(length) ?? new Uint8Array();
          memory.write(at, bytes);
          return bytes.length;
        });
        return memory.putNumber(result, taken);
      }
      const taken = readFile(node, vectors, from.position);
      from.position += taken;
      memory.putNumber(result, taken);
    },
    fd_pread(number: number, list: number, count: number, offset: bigint, result: number) {
      const from = toPosition(offset);
      const { node } = descriptors.file(number, rights.read | rights.seek);
      memory.putNumber(result, readFile(node, memory.vectors(list, count), from));
    },
    fd_seek(number: number, offset: bigint, from: number, result: number) {
      const moved = descriptors.file(number, rights.seek);
      const start = [0, moved.position, moved.node.size][from];
      if (start === undefined) throw failure('invalid');
      moved.position = toPosition(BigInt(start) + offset);
      memory.putLong(result, BigInt(moved.position));
    },
    fd_tell(number: number, result: number) {
      memory.putLong(result, BigInt(descriptors.file(number, rights.tell).position));
    },
    fd_close(number: number) {
      release(descriptors, descriptors.close(number).node);
    },
    fd_renumber(from: number, to: number) {
      release(descriptors, descriptors.renumber(from, to)?.node);
    },
    fd_sync: (number: number) => void descriptors.get(number, rights.sync),
    fd_datasync: (number: number) => void descriptors.get(number, rights.datasync),
    fd_advise: (number: number) => void descriptors.get(number, rights.advise),
    fd_allocate(number: number, offset: bigint, length: bigint) {
      const { node } = descriptors.file(number, rights.allocate);
      const end = toPosition(offset) + toPosition(length);
      if (end > node.size) node.resize(end);
    },
    fd_filestat_set_size(number: number, size: bigint) {
      descriptors.file(number, rights.setSize).node.resize(toPosition(size));
    },
    fd_filestat_get(number: number, at: number) {
      const { node } = descriptors.get(number, rights.ownStatus);
      if (node.kind === 'stream') memory.put(at, 64, (view) => view.setUint8(16, fileTypes.stream));
      else putStatus(memory, at, node);
    },
    fd_filestat_set_times(number: number, accessed: bigint, modified: bigint, flags: number) {
      const { node } = descriptors.get(number, rights.setTimes);
      if (node.kind !== 'stream') setTimes(node, accessed, modified, flags);
    },
    fd_fdstat_get(number: number, at: number) {
      const { node, flags, rights: own, inherited } = descriptors.get(number);
      memory.put(at, 24, (view) => {
        view.setUint8(0, fileTypes[node.kind]);
        view.setUint16(2, flags, true);
        view.setBigUint64(8, own, true);
        view.setBigUint64(16, inherited, true);
      });
    },
    fd_fdstat_set_flags(number: number, flags: number) {
      descriptors.get(number, rights.setFlags).flags = flags & 31;
    },
    fd_fdstat_set_rights(number: number, own: bigint, inherited: bigint) {
      const changed = descriptors.get(number, BigInt.asUintN(64, own), BigInt.asUintN(64, inherited));
      [changed.rights, changed.inherited] = [own, inherited];
    },
    fd_prestat_get(number: number, at: number) {
      const { name } = descriptors.get(number);
      if (name === null) throw failure('invalid');
      memory.put(at, 8, (view) => view.setUint32(4, encoded(name).length, true)); // its first byte 0 says: a folder
    },
    fd_prestat_dir_name(number: number, at: number, length: number) {
      const { name } = descriptors.get(number);
      if (name === null) throw failure('badDescriptor');
      if (encoded(name).length > length >>> 0) throw failure('noRoomForName');
      memory.write(at, encoded(name), name);
    },
    fd_readdir(number: number, at: number, length: number, cookie: bigint, result: number) {
      const folder = descriptors.folder(number, rights.list);
      let filled = 0;
      const room = memory.bytes(at, length).length;
      let index = 0;
      for (const [name, node] of folder.entries) {
        if (filled >= room) break;
        if (BigInt(index++) < cookie) continue;
        const bytes = entryOf(name, node, index).subarray(0, room - filled);
        memory.write(at + filled, bytes);
        filled += bytes.length;
      }
      memory.putNumber(result, filled);
    },
  });
}

/** A `dirent`, and the name. `next` is where the list goes on behind it. */
function entryOf(name: string, node: WasiFile | WasiFolder, next: number): Uint8Array {
  const text = encoded(name);
  const entry = new Uint8Array(entrySize + text.length);
  const view = new DataView(entry.buffer);
  view.setBigUint64(0, BigInt(next), true);
  view.setBigUint64(8, node.id, true);
  view.setUint32(16, text.length, true);
  view.setUint8(20, fileTypes[node.kind]);
  entry.set(text, entrySize);
  return entry;
}

/** Writes a `filestat`. */
export function putStatus(memory: WasiMemory, at: number, node: WasiFile | WasiFolder): void {
  const { id, kind, size, isLinked, times } = node;
  memory.put(at, 64, (view) => {
    view.setBigUint64(8, id, true);
    view.setUint8(16, fileTypes[kind]);
    view.setBigUint64(24, isLinked ? 1n : 0n, true);
    view.setBigUint64(32, BigInt(size), true);
    for (const [index, time] of [times.accessed, times.modified, times.changed].entries())
      view.setBigUint64(40 + index * 8, time, true);
  });
}

/** Sets times of a file by `fstflags`: two bits for each, of which the second means now. */
export function setTimes({ times }: WasiFile | WasiFolder, accessed: bigint, modified: bigint, flags: number): void {
  if ((flags & 3) === 3 || (flags & 12) === 12) throw failure('invalid');
  if (flags & 3) times.accessed = flags & 1 ? accessed : present();
  if (flags & 12) times.modified = flags & 4 ? modified : present();
  times.changed = present();
}

/** Forgets a file that has no name any more, when nobody has it open. */
export function release(descriptors: WasiDescriptors, node: unknown): void {
  if (node instanceof WasiFile && !node.isLinked && !descriptors.isOpen(node)) node.release();
}

function toPosition(offset: bigint): number {
  if (offset < 0n || offset > BigInt(Number.MAX_SAFE_INTEGER)) throw failure('invalid');
  return Number(offset);
}
