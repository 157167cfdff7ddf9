/** How an asset travels. The page decodes it itself: a plain file server does not. */
export type Encoding = 'identity' | 'gzip' | 'brotli';

/** A part of the compiler, as `compiler/manifest.json` lists it. Sizes are bytes. */
export interface CompilerAsset {
  /** Relative to the manifest. Its name holds a hash: a file never changes. */
  readonly url: string;
  readonly bytes: number;
  readonly encodedBytes: number;
  readonly encoding: Encoding;
  /** Of the decoded bytes, hexadecimal. */
  readonly sha256: string;
}

export interface AssetManifest {
  /** Stands for all that a compiled program depends on; kept precompiled headers belong to one fingerprint. */
  readonly fingerprint: string;
  readonly llvm: CompilerAsset;
  readonly sysroot: CompilerAsset;
}

/** Reads a manifest from JSON, or null when it is something else, such as a server's page for a missing file. */
export function parseManifest(text: string): AssetManifest | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(value) || typeof value.fingerprint !== 'string') return null;
  const llvm = parseAsset(value.llvm);
  const sysroot = parseAsset(value.sysroot);
  return llvm && sysroot ? { fingerprint: value.fingerprint, llvm, sysroot } : null;
}

function parseAsset(value: unknown): CompilerAsset | null {
  if (!isRecord(value)) return null;
  const { url, bytes, encodedBytes, encoding, sha256 } = value;
  if (typeof url !== 'string' || !isSize(bytes) || !isSize(encodedBytes)) return null;
  if (encoding !== 'identity' && encoding !== 'gzip' && encoding !== 'brotli') return null;
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256)) return null;
  return { url, bytes, encodedBytes, encoding, sha256 };
}

const isSize = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) > 0;
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
