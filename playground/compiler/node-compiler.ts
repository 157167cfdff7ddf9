import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Compiler } from './compilation.ts';
import { Llvm } from './llvm/llvm.ts';
import { unpackSysroot } from './sysroot.ts';
import { type HeaderStore, Toolchain } from './toolchain.ts';

/** Where the compiler's parts lie: this checkout's `node_modules` and `build/`. Throws when they are not built. */
export function compilerParts(): { readonly llvm: string; readonly sysroot: string; readonly cache: string } {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const sysroot = join(folder, 'build/runtime/sysroot.tar');
    const llvm = join(folder, 'node_modules/@yowasp/clang/gen/llvm.core.wasm');
    if (existsSync(sysroot) && existsSync(llvm)) return { llvm, sysroot, cache: join(folder, 'build/cache/headers') };
    if (folder === dirname(folder)) throw new Error('the compiler is not built: run npm run build first');
  }
}

/** The page's compiler in Node: the same code, arguments and bytes. It blocks the thread while clang works. */
export function createNodeCompiler(): Compiler {
  let toolchain: Promise<Toolchain> | null = null;
  const get = () => {
    toolchain ??= load();
    return toolchain;
  };
  return {
    prepare: async () => void (await get()),
    compile: async (files, settings, signal) => {
      const ready = await get();
      return signal?.aborted ? { status: 'cancelled' } : ready.compile(files, settings);
    },
    checkSyntax: async (files, settings) => (await get()).checkSyntax(files, settings),
  };
}

async function load(): Promise<Toolchain> {
  const parts = compilerParts();
  const [wasm, archive] = await Promise.all([readFile(parts.llvm), readFile(parts.sysroot)]);
  const module = await WebAssembly.compile(wasm);
  const fingerprint = createHash('sha256').update(String(wasm.length)).update(archive).digest('hex').slice(0, 16);
  return new Toolchain(new Llvm(module), unpackSysroot(archive), folderStore(join(parts.cache, fingerprint)));
}

function folderStore(folder: string): HeaderStore {
  return {
    load: (key) => readFile(join(folder, key)).catch(() => null),
    async save(key, bytes) {
      await mkdir(folder, { recursive: true });
      // Renamed into place, so that a process that is interrupted or runs beside this one leaves no half file.
      const unfinished = join(folder, `${key}.${process.pid}`);
      await writeFile(unfinished, bytes);
      await rename(unfinished, join(folder, key));
    },
  };
}
