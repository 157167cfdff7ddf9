import { expose, transfer } from 'comlink';
import type { Compilation, CompileSettings, Diagnostic, FetchProgress, SourceFile } from '../compilation.ts';
import { HeaderKeeper } from '../header-keeper.ts';
import { Llvm } from '../llvm/llvm.ts';
import { precompiledHeaderFor, precompiledHeaderKey } from '../llvm/precompiled-headers.ts';
import { unpackSysroot } from '../sysroot.ts';
import { Toolchain } from '../toolchain.ts';
import { browserStore } from './kept-bytes.ts';
import { loadToolbox, type Toolbox } from './toolbox.ts';

const store = browserStore();
let ready: { readonly toolchain: Toolchain; readonly headers: HeaderKeeper } | null = null;

/** What the page calls in a compiler worker. It blocks while clang works; the page ends it to cancel. */
const worker = {
  /** Gets the compiler for all workers of this page. Failures come back as words: errors lose their class on the way. */
  async load(
    folder: string,
    onProgress: (progress: FetchProgress) => void,
  ): Promise<{ readonly toolbox: Toolbox } | { readonly failure: string }> {
    try {
      return { toolbox: await loadToolbox(new URL(folder), store, onProgress) };
    } catch (error) {
      return { failure: error instanceof Error ? error.message : String(error) };
    }
  },

  /** Makes this worker a compiler. */
  start({ module, sysroot, fingerprint }: Toolbox): void {
    const toolchain = new Toolchain(new Llvm(module), unpackSysroot(sysroot));
    const headers = new HeaderKeeper({
      load: (key) => store.load(`${fingerprint}-${key}`),
      save: (key, bytes) => store.save(`${fingerprint}-${key}`, bytes),
    });
    ready = { toolchain, headers };
  },

  /** Makes the next compilation's instances, while nobody waits. */
  keepReady(): void {
    started().toolchain.keepReady();
  },

  /** `wantedHeader` names the precompiled header that would have made it faster, had it been there. */
  async compile(
    files: readonly SourceFile[],
    settings: CompileSettings,
  ): Promise<{ readonly compilation: Compilation; readonly wantedHeader: string | null }> {
    const { toolchain, headers } = started();
    const header = precompiledHeaderFor(files, settings);
    const precompiled = header && (await headers.find(header));
    const compilation = toolchain.compile(files, settings, precompiled);
    const answer = { compilation, wantedHeader: header && !precompiled ? precompiledHeaderKey(header) : null };
    return compilation.status === 'compiled' ? transfer(answer, [compilation.wasm.buffer]) : answer;
  },

  checkSyntax(files: readonly SourceFile[], settings: CompileSettings): readonly Diagnostic[] {
    return started().toolchain.checkSyntax(files, settings);
  },

  /** Builds and keeps the precompiled header that a program would use, and returns it. */
  async precompile(files: readonly SourceFile[], settings: CompileSettings): Promise<Uint8Array | null> {
    const { toolchain, headers } = started();
    const header = precompiledHeaderFor(files, settings);
    return header && headers.get(header, () => toolchain.precompile(header));
  },

  /** Takes over a precompiled header that another worker built for such a program. */
  adopt(files: readonly SourceFile[], settings: CompileSettings, bytes: Uint8Array): void {
    const header = precompiledHeaderFor(files, settings);
    if (header) started().headers.adopt(header, bytes);
  },
};

export type CompilerWorker = typeof worker;

function started() {
  if (!ready) throw new Error('the worker was not started');
  return ready;
}

expose(worker);
