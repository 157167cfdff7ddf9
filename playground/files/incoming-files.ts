import { inflateWithin } from './inflate.ts';
import { shortened } from './parse-project.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

/** A file that comes from a folder or an archive. */
export interface IncomingFile {
  readonly path: string;
  /** Bytes, as far as one can know before it is read. */
  readonly size: number;
  /** Its bytes, or what is wrong with it, in words. */
  readonly read: () => Promise<Uint8Array | string>;
}

export type IncomingFiles =
  | { readonly ok: true; readonly files: readonly IncomingFile[] }
  | { readonly ok: false; readonly problem: string };

/** Bytes of the largest archive that is read. */
export const largestZip = 20_000_000;

/** The files of a zip archive. None of them is inflated before it is asked for. */
export function filesInZip(bytes: Uint8Array): IncomingFiles {
  const directory = readZipDirectory(bytes);
  if (!directory.ok) return directory;
  const files = directory.entries.map((entry) => ({
    path: entry.path,
    size: entry.size,
    read: async () => contentOf(bytes, entry),
  }));
  return { ok: true, files };
}

function contentOf(bytes: Uint8Array, entry: ZipEntry): Uint8Array | string {
  const name = shortened(entry.path);
  if (entry.isEncrypted) return `${name} is encrypted. Make the archive again without a password.`;
  const data = bytes.subarray(entry.start, entry.start + entry.compressedSize);
  if (entry.method !== 0 && entry.method !== 8) {
    return `${name} is compressed in a way that is not read here. Make the archive again as a plain zip.`;
  }
  const content = entry.method === 0 ? data : inflateWithin(data, entry.size);
  if (content?.length !== entry.size || crc32(content) !== entry.crc) {
    return `${name} is damaged, or larger than the archive says.`;
  }
  return content;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
  return remainder;
});

/** The checksum of zip archives: CRC-32 of ISO 3309. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0);
  return ~crc >>> 0;
}
