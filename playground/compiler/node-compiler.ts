import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Compiler } from './compilation.ts';
import { type ByteStore, HeaderKeeper } from './header-keeper.ts';
import { Llvm } from './llvm/llvm.ts';
import { compilerRecipe, precompiledHeaderFor } from './llvm/precompiled-headers.ts';
import { unpackSysroot } from './sysroot.ts';
import { Toolchain } from './toolchain.ts';
import { assemble, checkBeside, checkWat, compileBeside } from './wat/assemble.ts';
import { isWatProgram } from './wat/wat-program.ts';

/** Paths of what the compiler is made of, and folders for what is kept between builds. */
export interface CompilerParts {
  readonly llvm: string;
  readonly sysroot: string;
  readonly headers: string;
  readonly compressed: string;
}

/** Where the compiler's parts lie: this checkout's `node_modules` and `build/`. Throws when they are not built. */
export function compilerParts(): CompilerParts {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const sysroot = join(folder, 'build/runtime/sysroot.tar');
    const llvm = join(folder, 'node_modules/@yowasp/clang/gen/llvm.core.wasm');
    if (existsSync(sysroot) && existsSync(llvm)) {
      return {
        llvm,
        sysroot,
        headers: join(folder, 'build/cache/headers'),
        compressed: join(folder, 'build/cache/compressed'),
      };
    }
    if (folder === dirname(folder)) throw new Error('the compiler is not built: run npm run build first');
  }
}

/** The page's compiler in Node: the same code, arguments and bytes. It blocks the thread while clang works. */
export function createNodeCompiler(): Compiler {
  let loaded: Promise<Loaded> | null = null;
  const get = () => {
    loaded ??= load();
    return loaded;
  };
  return {
    async prepare(_onProgress, files = []) {
      if (!isWatProgram(files)) await get();
    },
    async compile(files, settings, signal) {
      if (isWatProgram(files)) return assemble(files);
      const { toolchain, headers } = await get();
      return compileBeside(files, async (sources) => {
        const header = precompiledHeaderFor(sources, settings);
        const precompiled = header && (await headers.get(header, () => toolchain.precompile(header)));
        return signal?.aborted ? { status: 'cancelled' } : toolchain.compile(sources, settings, precompiled);
      });
    },
    async checkSyntax(files, settings) {
      if (isWatProgram(files)) return checkWat(files);
      const { toolchain } = await get();
      return checkBeside(files, async (sources) => toolchain.checkSyntax(sources, settings));
    },
  };
}

interface Loaded {
  readonly toolchain: Toolchain;
  readonly headers: HeaderKeeper;
}

async function load(): Promise<Loaded> {
  const parts = compilerParts();
  const [wasm, archive] = await Promise.all([readFile(parts.llvm), readFile(parts.sysroot)]);
  const module = await WebAssembly.compile(wasm);
  const fingerprint = createHash('sha256')
    .update(String(wasm.length))
    .update(archive)
    .update(compilerRecipe())
    .digest('hex');
  return {
    toolchain: new Toolchain(new Llvm(module), unpackSysroot(archive)),
    headers: new HeaderKeeper(folderStore(join(parts.headers, fingerprint.slice(0, 16)))),
  };
}

function folderStore(folder: string): ByteStore {
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
