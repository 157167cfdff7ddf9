/** An in-memory file; its contents are the first `size` bytes of `data`. Shared ones are copied on the first write. */
export interface FileNode {
  readonly kind: 'file';
  readonly serial: bigint;
  data: Uint8Array;
  size: number;
  shared: boolean;
}

export interface FolderNode {
  readonly kind: 'folder';
  readonly serial: bigint;
  readonly entries: Map<string, Node>;
}

export type Node = FileNode | FolderNode;

let nextSerial = 1n;

export function makeFolder(): FolderNode {
  return { kind: 'folder', serial: nextSerial++, entries: new Map() };
}

/** A file that borrows `data`: it is copied before anybody writes to it. */
export function makeFile(data: Uint8Array = new Uint8Array()): FileNode {
  return { kind: 'file', serial: nextSerial++, data, size: data.length, shared: true };
}

/** Puts a file at an absolute or relative path, making the folders on the way. */
export function putFile(root: FolderNode, path: string, data: Uint8Array): FileNode {
  const names = path.split('/').filter((name) => name !== '');
  const last = names.pop();
  if (last === undefined) throw new Error('a file needs a name');
  let folder = root;
  for (const name of names) {
    let next = folder.entries.get(name);
    if (next?.kind !== 'folder') {
      next = makeFolder();
      folder.entries.set(name, next);
    }
    folder = next;
  }
  const file = makeFile(data);
  folder.entries.set(last, file);
  return file;
}

/** What a file holds, or null when there is no file at the path. The bytes are borrowed. */
export function readFile(root: FolderNode, path: string): Uint8Array | null {
  let node: Node | undefined = root;
  for (const name of path.split('/')) {
    if (name === '') continue;
    node = node?.kind === 'folder' ? node.entries.get(name) : undefined;
  }
  return node?.kind === 'file' ? node.data.subarray(0, node.size) : null;
}

/** Writes at a position, growing the file by doubling. */
export function writeAt(file: FileNode, position: number, bytes: Uint8Array): void {
  reserve(file, position + bytes.length);
  file.data.set(bytes, position);
  file.size = Math.max(file.size, position + bytes.length);
}

/** Cuts or lengthens a file; new bytes are zero. */
export function resizeFile(file: FileNode, size: number): void {
  reserve(file, size);
  if (size < file.size) file.data.fill(0, size, file.size);
  file.size = size;
}

/** Bytes of the largest file that a tool may write: an object file holds all static data, zeros too. */
const largestFile = 256_000_000;

/** Thrown where a tool would write a larger file: two of some gigabytes end the page that it runs in. */
export class FileTooLarge extends Error {
  constructor() {
    super(
      `the compiler stopped: its output would be larger than ${largestFile / 1_000_000} MB, because all static data is in it; make an array smaller, or allocate it with \`new\` or \`malloc\``,
    );
  }
}

function reserve(file: FileNode, capacity: number): void {
  if (capacity > largestFile) throw new FileTooLarge();
  if (!file.shared && file.data.length >= capacity) return;
  const data = new Uint8Array(Math.max(capacity, file.data.length * 2, 4096));
  data.set(file.data.subarray(0, file.size));
  file.data = data;
  file.shared = false;
}
