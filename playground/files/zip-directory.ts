import { shortened } from './parse-project.ts';

/** One entry of a zip archive, as its central directory tells of it. Nothing of it is believed until it was read. */
export interface ZipEntry {
  readonly path: string;
  readonly isEncrypted: boolean;
  /** 0 stored, 8 deflated; others are known to few programs. */
  readonly method: number;
  readonly crc: number;
  /** Bytes in the archive. */
  readonly compressedSize: number;
  /** Bytes when read. */
  readonly size: number;
  /** Where its bytes begin in the archive. */
  readonly start: number;
}

export type ZipDirectory =
  | { readonly ok: true; readonly entries: readonly ZipEntry[] }
  /** In words, for the learner. */
  | { readonly ok: false; readonly problem: string };

/** Entries that are looked at; a project comes with what was built from it. */
const mostEntries = 5_000;
const longestPath = 250;

// Signatures and sizes of APPNOTE.TXT, 4.3: end of central directory, directory entry, local header.
const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endSize = 22;
const entrySize = 46;
const localSize = 30;

/** Lists the files of a zip archive; folders and symbolic links are left out. The archive may be hostile. */
export function readZipDirectory(bytes: Uint8Array): ZipDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return refuse('It is not a zip archive, or its end is missing.');
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count) {
    return refuse('It is one of several parts. Make one archive of it.');
  }
  if (count === 0xffff || start === 0xffffffff) return refuse('It is a zip64 archive, which is not read here.');
  if (count > mostEntries) return refuse(`It has ${count} entries; at most ${mostEntries} are looked at.`);
  const entries: ZipEntry[] = [];
  const seen = new Set<string>();
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + entrySize > end || view.getUint32(at, true) !== entrySignature) return refuse(damaged);
    const nameLength = view.getUint16(at + 28, true);
    const next = at + entrySize + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) return refuse(damaged);
    const name = bytes.subarray(at + entrySize, at + entrySize + nameLength);
    const written = decoded(name);
    if (written === null)
      return refuse('The name of a file in it is not UTF-8. Make the archive again with another program.');
    // APPNOTE.TXT, 4.4.17.1, wants `/`; some programs for Windows write `\` all the same.
    const path = written.replaceAll('\\', '/');
    const problem = pathProblem(path);
    if (problem !== null) return refuse(problem);
    // The file mode that Unix programs keep in the upper half: 0xa000 is a symbolic link.
    const isLink = view.getUint32(at + 38, true) >>> 28 === 0xa;
    if (!path.endsWith('/') && !isLink) {
      if (seen.has(path.toLowerCase())) return refuse(`It has two files ${shortened(path)}.`);
      seen.add(path.toLowerCase());
      const begin = startOfData(bytes, view, view.getUint32(at + 42, true), name);
      const compressedSize = view.getUint32(at + 20, true);
      if (begin === null || begin + compressedSize > start) return refuse(damaged);
      entries.push({
        path,
        isEncrypted: (view.getUint16(at + 8, true) & 1) !== 0,
        method: view.getUint16(at + 10, true),
        crc: view.getUint32(at + 16, true),
        compressedSize,
        size: view.getUint32(at + 24, true),
        start: begin,
      });
    }
    at = next;
  }
  return { ok: true, entries };
}

/** What is wrong with the path of a file that comes from elsewhere: it must stay in its folder. */
export function pathProblem(path: string): string | null {
  if (path.length > longestPath) {
    return `The name of a file in it has ${path.length} characters; at most ${longestPath} are read.`;
  }
  const parts = path.replace(/\/$/, '').split('/');
  const leaves = /^[a-z]:/i.test(path) || path.includes('\\') || parts.some((part) => ['', '.', '..'].includes(part));
  if (!leaves && !/\p{Cc}/u.test(path)) return null;
  return `It has a file named ${shortened(path)}, which would lie outside of its folder or under another name. Nothing of it was opened.`;
}

const damaged = 'It is damaged: its list of files does not fit its contents.';
const refuse = (problem: string): ZipDirectory => ({ ok: false, problem });

/** The last end record whose comment reaches exactly to the end of the file. */
function findEnd(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - endSize - 0xffff);
  for (let at = view.byteLength - endSize; at >= lowest; at--) {
    const isEnd = view.getUint32(at, true) === endSignature;
    if (isEnd && at + endSize + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  return null;
}

function decoded(name: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(name);
  } catch {
    return null;
  }
}

/** Behind the local header, which has to name the same file; null where it does not. */
function startOfData(bytes: Uint8Array, view: DataView, at: number, name: Uint8Array): number | null {
  if (at + localSize > view.byteLength || view.getUint32(at, true) !== localSignature) return null;
  const length = view.getUint16(at + 26, true);
  const begin = at + localSize + length + view.getUint16(at + 28, true);
  const local = bytes.subarray(at + localSize, at + localSize + length);
  return local.length === name.length && local.every((byte, index) => byte === name[index]) ? begin : null;
}
