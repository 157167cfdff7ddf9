import type { FetchProgress } from '../compilation.ts';
import { type AssetManifest, type CompilerAsset, parseManifest } from './asset-manifest.ts';
import { CompilerUnavailable, fetchAsset } from './fetch-asset.ts';
import type { KeptBytes } from './kept-bytes.ts';

/** What a worker needs to become a compiler. The module's code is shared between workers. */
export interface Toolbox {
  readonly module: WebAssembly.Module;
  readonly sysroot: Uint8Array;
  readonly fingerprint: string;
}

/**
 * Gets the compiler: from `store`, else from the site's `compiler/` folder, and then keeps it. Works offline once kept.
 * Rejects with CompilerUnavailable, whose message says what to do.
 */
export async function loadToolbox(
  folder: URL,
  store: KeptBytes,
  onProgress: (progress: FetchProgress) => void,
): Promise<Toolbox> {
  const manifest = await loadManifest(folder, store);
  const { llvm, sysroot, fingerprint } = manifest;
  const parts = [llvm, sysroot];
  const kept = await Promise.all(parts.map((asset) => fromStore(asset, store)));
  const received = parts.map(() => 0);
  const total = parts.reduce((sum, asset, index) => sum + (kept[index] ? 0 : asset.encodedBytes), 0);
  const load = async (asset: CompilerAsset, index: number): Promise<Uint8Array> => {
    const here = kept[index];
    if (here) return here;
    const bytes = await fetchAsset(asset, folder, (count) => {
      received[index] = Math.min(count, asset.encodedBytes);
      onProgress({ received: received.reduce((sum, part) => sum + part, 0), total });
    });
    void store.save(asset.sha256, bytes).catch(() => {}); // full or forbidden: fetched again next time
    return bytes;
  };
  const [module, archive] = await Promise.all([
    load(llvm, 0).then((bytes) => compileModule(bytes, llvm, store)),
    load(sysroot, 1),
  ]);
  const hashes = new Set(parts.map(({ sha256 }) => sha256));
  void store.prune((key) => hashes.has(key) || key === manifestKey || key.startsWith(fingerprint)).catch(() => {});
  return { module, sysroot: archive, fingerprint };
}

const manifestKey = 'manifest';

async function loadManifest(folder: URL, store: KeptBytes): Promise<AssetManifest> {
  const text = await fetch(new URL('manifest.json', folder), { cache: 'no-cache' })
    .then((response) => (response.ok ? response.text() : ''))
    .catch(() => '');
  const manifest = parseManifest(text);
  if (manifest) {
    void store.save(manifestKey, new TextEncoder().encode(text)).catch(() => {});
    return manifest;
  }
  const kept = await store.load(manifestKey).catch(() => null);
  const older = kept && parseManifest(new TextDecoder().decode(kept));
  if (older) return older;
  throw new CompilerUnavailable('The compiler could not be found on this site. Look at the connection and try again.');
}

async function fromStore(asset: CompilerAsset, store: KeptBytes): Promise<Uint8Array | null> {
  const bytes = await store.load(asset.sha256).catch(() => null);
  return bytes?.length === asset.bytes ? bytes : null;
}

async function compileModule(bytes: Uint8Array, asset: CompilerAsset, store: KeptBytes): Promise<WebAssembly.Module> {
  try {
    return await WebAssembly.compile(bytes as BufferSource);
  } catch {
    // The hash was right when it was fetched, so what the browser kept has been damaged since.
    await store.prune((key) => key !== asset.sha256).catch(() => {});
    throw new CompilerUnavailable('The kept compiler is damaged and was removed. Try again: it will be fetched anew.');
  }
}
