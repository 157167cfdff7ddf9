import type { FileStream, FileSystem, ImportedFunction } from './glue.ts';
import { errno, failing, fileType, rights, type WasiMemory } from './wasi-types.ts';

/** Where the files of a WASI program lie in Emscripten's file system. The program sees this folder as `/`. */
const folder = '/program';
/** The first descriptor after the standard streams: WASI's C library looks there for folders that are open already. */
const preopened = 3;

/** `open`'s flags, as Emscripten's file system has them. */
const open = { write: 1, both: 2, create: 64, exclusive: 128, truncate: 512, append: 1024, directory: 65_536 } as const;

export interface ProgramFile {
  readonly path: string;
  readonly text: string;
}

/** Puts the program's files in its folder, and opens that for a program that looks for open folders. */
export function prepareFolder(system: FileSystem, files: readonly ProgramFile[]): void {
  system.mkdirTree(folder);
  for (const { path, text } of files) {
    const place = within(path);
    system.mkdirTree(place.slice(0, place.lastIndexOf('/')));
    system.writeFile(place, text);
  }
  system.open(folder, open.directory, 0);
}

/** Where a path leads within the folder. As in any file system, what is above the topmost folder is that folder. */
function within(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return [folder, ...parts].join('/');
}

/** WASI preview 1's functions on files and folders (`fd_…`, `path_…`) that Emscripten's glue lacks. */
export function wasiFiles(system: () => FileSystem, memory: WasiMemory): Record<string, ImportedFunction> {
  const stream = (descriptor: number): FileStream => {
    const found = system().getStream(descriptor);
    if (!found) throw { errno: errno.badDescriptor };
    return found;
  };
  const pathIn = (descriptor: number, address: number, length: number): string => {
    const start = stream(descriptor);
    if (!system().isDir(start.node.mode)) throw { errno: errno.notADirectory };
    return within(`${start.path.slice(folder.length)}/${memory.text(address, length)}`);
  };
  const putStatus = (at: number, path: string, follow: boolean) => {
    const { ino, mode, nlink, size, atime, mtime, ctime } = system().stat(path, !follow);
    memory.put(at, 64, (view) => {
      view.setBigUint64(8, BigInt(ino), true);
      view.setUint8(16, fileType(system(), mode));
      view.setBigUint64(24, BigInt(nlink), true);
      view.setBigUint64(32, BigInt(size), true);
      for (const [index, time] of [atime, mtime, ctime].entries())
        view.setBigUint64(40 + index * 8, BigInt(time.getTime()) * 1_000_000n, true);
    });
  };
  return failing({
    fd_prestat_get(descriptor: number, at: number) {
      if (descriptor !== preopened || stream(descriptor).path !== folder) throw { errno: errno.badDescriptor };
      memory.put(at, 8, (view) => view.setUint32(4, 1, true)); // a folder, with a name of one byte
    },
    fd_prestat_dir_name(descriptor: number, at: number, length: number) {
      if (descriptor !== preopened || length < 1) throw { errno: errno.badDescriptor };
      memory.put(at, 1, (view) => view.setUint8(0, '/'.charCodeAt(0)));
    },
    path_open(
      ...[descriptor, , address, length, how, wanted, , flags, result]: [
        ...[number, number, number, number, number],
        ...[bigint, bigint, number, number],
      ]
    ) {
      const path = pathIn(descriptor, address, length);
      const isWritten = (wanted & rights.write) !== 0n;
      const chosen = [
        isWritten ? ((wanted & rights.read) !== 0n ? open.both : open.write) : 0,
        how & 1 ? open.create : 0,
        how & 2 ? open.directory : 0,
        how & 4 ? open.exclusive : 0,
        how & 8 ? open.truncate : 0,
        flags & 1 ? open.append : 0,
      ].reduce((all, flag) => all | flag, 0);
      const { fd } = system().open(path, chosen, 0o666);
      memory.put(result, 4, (view) => view.setUint32(0, fd, true));
    },
    fd_fdstat_get(descriptor: number, at: number) {
      const { flags, node, tty } = stream(descriptor);
      const access = flags & 3;
      const read = access === open.write ? 0n : rights.read;
      const write = access === 0 && !tty ? 0n : rights.write;
      const isFile = tty ? 0n : rights.seek | rights.tell;
      memory.put(at, 24, (view) => {
        view.setUint8(0, tty ? fileType.characterDevice : fileType(system(), node.mode));
        view.setUint16(2, flags & open.append ? 1 : 0, true);
        view.setBigUint64(8, read | write | isFile, true);
        view.setBigUint64(16, rights.all, true);
      });
    },
    fd_fdstat_set_flags(descriptor: number, flags: number) {
      const changed = stream(descriptor);
      changed.flags = flags & 1 ? changed.flags | open.append : changed.flags & ~open.append;
    },
    fd_filestat_get(descriptor: number, at: number) {
      const { path, tty } = stream(descriptor);
      if (tty) memory.put(at, 64, (view) => view.setUint8(16, fileType.characterDevice));
      else putStatus(at, path, true);
    },
    path_filestat_get(descriptor: number, follow: number, address: number, length: number, at: number) {
      putStatus(at, pathIn(descriptor, address, length), (follow & 1) !== 0);
    },
    fd_filestat_set_size(descriptor: number, size: bigint) {
      system().ftruncate(descriptor, Number(size));
    },
    fd_allocate(descriptor: number, offset: bigint, length: bigint) {
      const { size } = system().stat(stream(descriptor).path, false);
      if (offset + length > BigInt(size)) system().ftruncate(descriptor, Number(offset + length));
    },
    fd_tell(descriptor: number, at: number) {
      const { position, seekable } = stream(descriptor);
      if (!seekable) throw { errno: errno.cannotSeek };
      memory.put(at, 8, (view) => view.setBigUint64(0, BigInt(position), true));
    },
    fd_advise: (descriptor: number) => void stream(descriptor),
    fd_datasync: (descriptor: number) => void stream(descriptor),
    fd_readdir(descriptor: number, at: number, length: number, cookie: bigint, used: number) {
      const { path } = stream(descriptor);
      const entries = system().readdir(path);
      const texts = entries.map((name) => new TextEncoder().encode(name));
      let filled = 0;
      for (let index = Number(cookie); index < entries.length && filled < length >>> 0; index++) {
        const name = texts[index] ?? new Uint8Array();
        const entry = new Uint8Array(24 + name.length);
        const view = new DataView(entry.buffer);
        const { ino, mode } = system().stat(`${path}/${entries[index]}`, true);
        view.setBigUint64(0, BigInt(index + 1), true);
        view.setBigUint64(8, BigInt(ino), true);
        view.setUint32(16, name.length, true);
        view.setUint8(20, fileType(system(), mode));
        entry.set(name, 24);
        const part = entry.subarray(0, (length >>> 0) - filled);
        memory.bytes(at + filled, part.length).set(part);
        filled += part.length;
      }
      memory.put(used, 4, (view) => view.setUint32(0, filled, true));
    },
    path_create_directory(descriptor: number, address: number, length: number) {
      system().mkdir(pathIn(descriptor, address, length), 0o777);
    },
    path_remove_directory(descriptor: number, address: number, length: number) {
      system().rmdir(pathIn(descriptor, address, length));
    },
    path_unlink_file(descriptor: number, address: number, length: number) {
      system().unlink(pathIn(descriptor, address, length));
    },
    path_rename(
      ...[from, address, length, to, newAddress, newLength]: [number, number, number, number, number, number]
    ) {
      system().rename(pathIn(from, address, length), pathIn(to, newAddress, newLength));
    },
  });
}
