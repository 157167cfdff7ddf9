import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { compilerRecipe } from '../llvm/precompiled-headers.ts';
import { compilerParts } from '../node-compiler.ts';
import type { AssetManifest, CompilerAsset } from '../page/asset-manifest.ts';
import { compressKept } from './compress.ts';

const address = 'compiler';

/**
 * Puts the compiler's files and their manifest into the site's `compiler/`, and serves them in watch mode.
 * `isRelease` compresses them with brotli, which the page decodes itself: some three minutes, once.
 */
export function compilerAssets({ isRelease = false }: { readonly isRelease?: boolean } = {}): Plugin {
  return {
    name: 'pagewise-compiler',
    async generateBundle() {
      if (this.environment.config.consumer !== 'client') return;
      for (const [name, source] of await readAssets(isRelease)) {
        this.emitFile({ type: 'asset', fileName: `${address}/${name}`, source });
      }
    },
    configureServer(server) {
      const assets = readAssets(false);
      server.middlewares.use(`/${address}`, async (request, response, next) => {
        const name = (request.url ?? '').split('?')[0]?.slice(1) ?? '';
        const source = (await assets).get(name);
        if (source === undefined) return next();
        response.setHeader('Content-Type', name.endsWith('.json') ? 'application/json' : 'application/octet-stream');
        response.end(source);
      });
    },
  };
}

/** The files by name, the manifest among them. */
async function readAssets(isRelease: boolean): Promise<Map<string, Uint8Array | string>> {
  const parts = compilerParts();
  const files = new Map<string, Uint8Array | string>();
  const add = async (name: string, path: string): Promise<CompilerAsset> => {
    const bytes = readFileSync(path);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const encoded = isRelease ? await compressKept(bytes, parts.compressed) : bytes;
    const encoding = isRelease ? 'brotli' : 'identity';
    // No server may take the ending for an encoding of its own and decode it on the way.
    const url = `${name}-${sha256.slice(0, 16)}-${encoding}.bin`;
    files.set(url, encoded);
    return { url, bytes: bytes.length, encodedBytes: encoded.length, encoding, sha256 };
  };
  const llvm = await add('llvm', parts.llvm);
  const sysroot = await add('sysroot', parts.sysroot);
  const fingerprint = createHash('sha256')
    .update(llvm.sha256 + sysroot.sha256 + compilerRecipe())
    .digest('hex')
    .slice(0, 16);
  const manifest: AssetManifest = { fingerprint, llvm, sysroot };
  files.set('manifest.json', JSON.stringify(manifest));
  return files;
}
