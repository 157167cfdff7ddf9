import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Compiler, CompileSettings, Diagnostic, SourceFile } from './compilation.ts';
import { type ByteStore, HeaderKeeper } from './header-keeper.ts';
import { Llvm } from './llvm/llvm.ts';
import { compilerRecipe, precompiledHeaderFor } from './llvm/precompiled-headers.ts';
import { unpackSysroot } from './sysroot.ts';
import { Toolchain } from './toolchain.ts';
import { type FolderNode, makeFolder, putFile } from './wasi/file-system.ts';
import { assemble, checkBeside, checkWat, compileBeside } from './wat/assemble.ts';
import { isWat, isWatProgram } from './wat/wat-program.ts';

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

/** The page's compiler, with what only an author's machine asks for. */
export interface NodeCompiler extends Compiler {
  /**
   * Errors of a program that compiles, but only because a precompiled header has more than it includes: the page's first
   * compile would refuse it. Much faster than `checkSyntax` where there is none.
   */
  findMissingIncludes(files: readonly SourceFile[], settings: CompileSettings): Promise<readonly Diagnostic[]>;
}

/** The page's compiler in Node: the same code, arguments and bytes. It blocks the thread while clang works. */
export function createNodeCompiler(): NodeCompiler {
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
    async findMissingIncludes(files, settings) {
      const sources = files.filter(({ path }) => !isWat(path));
      const header = precompiledHeaderFor(sources, settings);
      if (!header) return [];
      const { toolchain, modulesOf } = await get();
      const { folder, save } = await modulesOf(header.standard);
      const isError = ({ severity }: Diagnostic): boolean => severity === 'error';
      const suspected = toolchain.checkIncludes(sources, settings, folder).some(isError);
      await save();
      return suspected ? toolchain.checkSyntax(sources, settings).filter(isError) : [];
    },
  };
}

interface Loaded {
  readonly toolchain: Toolchain;
  readonly headers: HeaderKeeper;
  /** The standard library as modules, for a language standard. */
  readonly modulesOf: (standard: string) => Promise<KeptModules>;
}

interface KeptModules {
  readonly folder: FolderNode;
  /** Writes to the disk what was built since. */
  readonly save: () => Promise<void>;
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
  const kept = join(parts.headers, fingerprint.slice(0, 16));
  const opened = new Map<string, Promise<KeptModules>>();
  return {
    toolchain: new Toolchain(new Llvm(module), unpackSysroot(archive)),
    headers: new HeaderKeeper(folderStore(kept)),
    modulesOf(standard) {
      const modules = opened.get(standard) ?? openModules(join(kept, `modules-${standard.replaceAll('+', 'x')}`));
      opened.set(standard, modules);
      return modules;
    },
  };
}

async function openModules(path: string): Promise<KeptModules> {
  const folder = makeFolder();
  const names = (await readdir(path).catch(() => [])).filter((name) => name.endsWith('.pcm'));
  for (const name of names) putFile(folder, name, await readFile(join(path, name)));
  const store = folderStore(path);
  const saved = new Map([...folder.entries].map(([name, { serial }]) => [name, serial]));
  return {
    folder,
    async save() {
      for (const [name, node] of folder.entries) {
        if (node.kind !== 'file' || !name.endsWith('.pcm') || saved.get(name) === node.serial) continue;
        await store.save(name, node.data.subarray(0, node.size)).catch(() => {});
        saved.set(name, node.serial);
      }
    },
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
