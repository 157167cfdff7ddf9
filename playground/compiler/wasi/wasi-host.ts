import { errno } from './errno.ts';
import { type FileNode, type FolderNode, makeFile, makeFolder, type Node, resizeFile, writeAt } from './file-system.ts';
import { GuestMemory } from './guest-memory.ts';
import { locate, type Place } from './locate.ts';

/** Thrown by `proc_exit`, to leave the program's frames. */
export class ProcessExit extends Error {
  readonly code: number;
  constructor(code: number) {
    super(`exit status ${code}`);
    this.code = code;
  }
}

type Descriptor =
  | { readonly kind: 'input' }
  | { readonly kind: 'output'; readonly write: (bytes: Uint8Array) => void }
  | { readonly kind: 'file'; readonly node: FileNode; position: number }
  | { readonly kind: 'folder'; readonly node: FolderNode; readonly preopened: string | null };

type Import = (...args: never[]) => number;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * What clang and lld need of WASI preview 1 (`wasi_snapshot_preview1`): one process, an in-memory file system below
 * `/`, output to a callback. No clock but a fixed one, no randomness: the same input gives the same bytes.
 */
export class WasiHost {
  arguments: readonly string[] = [];
  output: (bytes: Uint8Array) => void = () => {};
  private readonly memory = new GuestMemory();
  private readonly descriptors: (Descriptor | null)[];

  constructor() {
    const write = (bytes: Uint8Array) => this.output(bytes);
    this.descriptors = [{ kind: 'input' }, { kind: 'output', write }, { kind: 'output', write }];
  }

  /** Must be called with the instance's memory before `_start`, and the folder that shall be `/`. */
  start(memory: WebAssembly.Memory, root: FolderNode): void {
    this.memory.attach(memory);
    this.descriptors[3] = { kind: 'folder', node: root, preopened: '/' };
  }

  /** The import object's module; every function that is not here answers ENOSYS. */
  imports(): Record<string, Import> {
    const own: Record<string, Import> = {
      args_sizes_get: (count: number, size: number) => this.memory.setSizes(this.arguments, count, size),
      args_get: (pointers: number, buffer: number) => this.memory.setStrings(this.arguments, pointers, buffer),
      environ_sizes_get: (count: number, size: number) => this.memory.setSizes([], count, size),
      environ_get: () => errno.success,
      clock_time_get: (_id: number, _precision: bigint, result: number) => this.memory.setU64(result, 0n),
      clock_res_get: (_id: number, result: number) => this.memory.setU64(result, 1n),
      random_get: (pointer: number, length: number) => this.memory.fill(pointer, length),
      proc_exit: (code: number) => {
        throw new ProcessExit(code);
      },
      sched_yield: () => errno.success,
      fd_close: (fd: number) => this.close(fd),
      fd_fdstat_get: (fd: number, result: number) => this.descriptorStatus(fd, result),
      fd_fdstat_set_flags: () => errno.success,
      fd_filestat_get: (fd: number, result: number) => this.descriptorFileStatus(fd, result),
      fd_filestat_set_size: (fd: number, size: bigint) => this.setSize(fd, size),
      fd_filestat_set_times: () => errno.success,
      fd_read: (fd: number, vectors: number, count: number, result: number) =>
        this.read(fd, vectors, count, null, result),
      fd_pread: (fd: number, vectors: number, count: number, offset: bigint, result: number) =>
        this.read(fd, vectors, count, Number(offset), result),
      fd_write: (fd: number, vectors: number, count: number, result: number) =>
        this.write(fd, vectors, count, null, result),
      fd_pwrite: (fd: number, vectors: number, count: number, offset: bigint, result: number) =>
        this.write(fd, vectors, count, Number(offset), result),
      fd_seek: (fd: number, offset: bigint, whence: number, result: number) => this.seek(fd, offset, whence, result),
      fd_tell: (fd: number, result: number) => this.seek(fd, 0n, 1, result),
      fd_prestat_get: (fd: number, result: number) => this.preopened(fd, result),
      fd_prestat_dir_name: (fd: number, pointer: number, length: number) => this.preopenedName(fd, pointer, length),
      fd_readdir: (fd: number, buffer: number, length: number, cookie: bigint, result: number) =>
        this.readFolder(fd, buffer, length, Number(cookie), result),
      path_create_directory: (fd: number, path: number, length: number) => this.createFolder(fd, path, length),
      path_filestat_get: (fd: number, _flags: number, path: number, length: number, result: number) =>
        this.pathStatus(fd, path, length, result),
      path_readlink: () => errno.inval,
      path_open: (
        fd: number,
        _lookup: number,
        path: number,
        length: number,
        how: number,
        _rights: bigint,
        _inheriting: bigint,
        flags: number,
        result: number,
      ) => this.open(fd, path, length, how, flags, result),
      path_rename: (fd: number, path: number, length: number, toFd: number, toPath: number, toLength: number) =>
        this.rename(fd, path, length, toFd, toPath, toLength),
      path_remove_directory: (fd: number, path: number, length: number) => this.unlink(fd, path, length),
      path_unlink_file: (fd: number, path: number, length: number) => this.unlink(fd, path, length),
    };
    return new Proxy(own, { get: (target, name) => target[String(name)] ?? (() => errno.nosys) });
  }

  private close(fd: number): number {
    if (!this.descriptors[fd]) return errno.badf;
    this.descriptors[fd] = null;
    return errno.success;
  }

  private descriptorStatus(fd: number, result: number): number {
    const descriptor = this.descriptors[fd];
    if (!descriptor) return errno.badf;
    const view = this.memory.view;
    view.setUint8(result, descriptor.kind === 'folder' ? 3 : descriptor.kind === 'file' ? 4 : 2);
    view.setUint16(result + 2, 0, true);
    view.setBigUint64(result + 8, 0xffff_ffff_ffff_ffffn, true);
    view.setBigUint64(result + 16, 0xffff_ffff_ffff_ffffn, true);
    return errno.success;
  }

  private descriptorFileStatus(fd: number, result: number): number {
    const descriptor = this.descriptors[fd];
    if (!descriptor) return errno.badf;
    return this.status('node' in descriptor ? descriptor.node : null, result);
  }

  private status(node: Node | null, result: number): number {
    const view = this.memory.view;
    for (let offset = 0; offset < 64; offset += 8) view.setBigUint64(result + offset, 0n, true);
    view.setBigUint64(result + 8, node?.serial ?? 0n, true);
    view.setUint8(result + 16, node === null ? 2 : node.kind === 'folder' ? 3 : 4);
    view.setBigUint64(result + 24, 1n, true);
    view.setBigUint64(result + 32, BigInt(node?.kind === 'file' ? node.size : 0), true);
    return errno.success;
  }

  private setSize(fd: number, size: bigint): number {
    const descriptor = this.descriptors[fd];
    if (descriptor?.kind !== 'file') return errno.badf;
    resizeFile(descriptor.node, Number(size));
    return errno.success;
  }

  private read(fd: number, vectors: number, count: number, offset: number | null, result: number): number {
    const descriptor = this.descriptors[fd];
    if (descriptor?.kind === 'input') return this.memory.setU32(result, 0);
    if (descriptor?.kind !== 'file') return errno.badf;
    const { node } = descriptor;
    let position = offset ?? descriptor.position;
    let total = 0;
    for (const { start, length } of this.memory.vectors(vectors, count)) {
      const taken = Math.min(length, node.size - position);
      if (taken <= 0) break;
      this.memory.bytes.set(node.data.subarray(position, position + taken), start);
      position += taken;
      total += taken;
    }
    if (offset === null) descriptor.position = position;
    return this.memory.setU32(result, total);
  }

  private write(fd: number, vectors: number, count: number, offset: number | null, result: number): number {
    const descriptor = this.descriptors[fd];
    if (descriptor?.kind !== 'output' && descriptor?.kind !== 'file') return errno.badf;
    let total = 0;
    for (const { start, length } of this.memory.vectors(vectors, count)) {
      const bytes = this.memory.bytes.subarray(start, start + length);
      if (descriptor.kind === 'output') descriptor.write(bytes.slice());
      else {
        const position = offset === null ? descriptor.position : offset + total;
        writeAt(descriptor.node, position, bytes);
        if (offset === null) descriptor.position += length;
      }
      total += length;
    }
    return this.memory.setU32(result, total);
  }

  private seek(fd: number, offset: bigint, whence: number, result: number): number {
    const descriptor = this.descriptors[fd];
    if (descriptor?.kind !== 'file') return errno.spipe;
    const base = whence === 0 ? 0 : whence === 1 ? descriptor.position : descriptor.node.size;
    descriptor.position = base + Number(offset);
    return this.memory.setU64(result, BigInt(descriptor.position));
  }

  private preopened(fd: number, result: number): number {
    const descriptor = this.descriptors[fd];
    if (descriptor?.kind !== 'folder' || descriptor.preopened === null) return errno.badf;
    this.memory.setU32(result, 0);
    return this.memory.setU32(result + 4, descriptor.preopened.length);
  }

  private preopenedName(fd: number, pointer: number, length: number): number {
    const descriptor = this.descriptors[fd];
    if (descriptor?.kind !== 'folder' || descriptor.preopened === null) return errno.badf;
    this.memory.bytes.set(encoder.encode(descriptor.preopened).subarray(0, length), pointer);
    return errno.success;
  }

  private readFolder(fd: number, buffer: number, length: number, cookie: number, result: number): number {
    const descriptor = this.descriptors[fd];
    if (descriptor?.kind !== 'folder') return errno.badf;
    let used = 0;
    const entries = [...descriptor.node.entries].slice(cookie);
    for (const [index, [name, node]] of entries.entries()) {
      const text = encoder.encode(name);
      const entry = new Uint8Array(24 + text.length);
      const view = new DataView(entry.buffer);
      view.setBigUint64(0, BigInt(cookie + index + 1), true);
      view.setBigUint64(8, node.serial, true);
      view.setUint32(16, text.length, true);
      view.setUint8(20, node.kind === 'folder' ? 3 : 4);
      entry.set(text, 24);
      const part = entry.subarray(0, length - used);
      this.memory.bytes.set(part, buffer + used);
      used += part.length;
      if (part.length < entry.length) break;
    }
    return this.memory.setU32(result, used);
  }

  private locate(fd: number, pointer: number, length: number): Place | null {
    const descriptor = this.descriptors[fd];
    if (descriptor?.kind !== 'folder') return null;
    return locate(descriptor.node, decoder.decode(this.memory.bytes.slice(pointer, pointer + length)));
  }

  private createFolder(fd: number, path: number, length: number): number {
    const place = this.locate(fd, path, length);
    if (!place) return errno.noent;
    if (place.node) return errno.exist;
    place.folder.entries.set(place.name, makeFolder());
    return errno.success;
  }

  private pathStatus(fd: number, path: number, length: number, result: number): number {
    const node = this.locate(fd, path, length)?.node;
    return node ? this.status(node, result) : errno.noent;
  }

  private open(fd: number, path: number, length: number, how: number, flags: number, result: number): number {
    const creates = (how & 1) !== 0;
    const place = this.locate(fd, path, length);
    if (!place) return errno.noent;
    let { node } = place;
    if (!node) {
      if (!creates) return errno.noent;
      node = makeFile();
      place.folder.entries.set(place.name, node);
    } else if (creates && (how & 4) !== 0) return errno.exist;
    if ((how & 2) !== 0 && node.kind !== 'folder') return errno.notdir;
    if ((how & 8) !== 0 && node.kind === 'file') resizeFile(node, 0);
    let free = 4;
    while (this.descriptors[free]) free++;
    const appends = (flags & 1) !== 0;
    this.descriptors[free] =
      node.kind === 'folder'
        ? { kind: 'folder', node, preopened: null }
        : { kind: 'file', node, position: appends ? node.size : 0 };
    return this.memory.setU32(result, free);
  }

  private unlink(fd: number, path: number, length: number): number {
    const place = this.locate(fd, path, length);
    if (!place?.node) return errno.noent;
    place.folder.entries.delete(place.name);
    return errno.success;
  }

  private rename(fd: number, path: number, length: number, toFd: number, toPath: number, toLength: number): number {
    const from = this.locate(fd, path, length);
    const to = this.locate(toFd, toPath, toLength);
    if (!from?.node || !to) return errno.noent;
    to.folder.entries.set(to.name, from.node);
    from.folder.entries.delete(from.name);
    return errno.success;
  }
}
