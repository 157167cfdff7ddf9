import { type FolderNode, makeFolder, putFile } from './wasi/file-system.ts';

/** Unpacks a ustar archive into a folder whose files borrow the archive's bytes. Other entries are passed over. */
export function unpackSysroot(archive: Uint8Array): FolderNode {
  const root = makeFolder();
  const decoder = new TextDecoder();
  const text = (start: number, length: number): string => {
    const field = archive.subarray(start, start + length);
    const end = field.indexOf(0);
    return decoder.decode(end < 0 ? field : field.subarray(0, end));
  };
  for (let header = 0; header + 512 <= archive.length; ) {
    const name = text(header, 100);
    if (name === '') break;
    const size = Number.parseInt(text(header + 124, 12), 8) || 0;
    const prefix = text(header + 345, 155);
    const isFile = archive[header + 156] === 0x30 || archive[header + 156] === 0;
    const start = header + 512;
    if (isFile) putFile(root, prefix ? `${prefix}/${name}` : name, archive.subarray(start, start + size));
    header = start + Math.ceil(size / 512) * 512;
  }
  return root;
}
