import {
  type Compilation,
  type CompileSettings,
  type Diagnostic,
  defaultSettings,
  type SourceFile,
} from '../../playground/compiler/compilation.ts';
import { createPageCompiler } from '../../playground/compiler/page-compiler.ts';

/** What tests and benchmarks call in this page. */
export interface CompilerPage {
  readonly defaultSettings: CompileSettings;
  prepare(): Promise<{ readonly milliseconds: number; readonly reports: number; readonly received: number }>;
  compile(
    files: readonly SourceFile[],
    settings: CompileSettings,
    cancelAfter?: number,
  ): Promise<{ readonly milliseconds: number; readonly compilation: Compilation; readonly bytes: number[] | null }>;
  checkSyntax(files: readonly SourceFile[], settings: CompileSettings): Promise<readonly Diagnostic[]>;
  /** Names of what this origin keeps. */
  kept(): Promise<readonly string[]>;
}

declare global {
  var compilerPage: CompilerPage;
}

const compiler = createPageCompiler(new URL('compiler/', document.baseURI));

globalThis.compilerPage = {
  defaultSettings,
  async prepare() {
    const start = performance.now();
    let reports = 0;
    let received = 0;
    await compiler.prepare((progress) => {
      reports++;
      received = progress.received;
    });
    return { milliseconds: performance.now() - start, reports, received };
  },
  async compile(files, settings, cancelAfter) {
    const start = performance.now();
    const signal = cancelAfter === undefined ? undefined : AbortSignal.timeout(cancelAfter);
    const compilation = await compiler.compile(files, settings, signal);
    const milliseconds = performance.now() - start;
    return { milliseconds, compilation, bytes: compilation.status === 'compiled' ? [...compilation.wasm] : null };
  },
  checkSyntax: (files, settings) => compiler.checkSyntax(files, settings),
  async kept() {
    const cache = await caches.open('pagewise-compiler');
    return (await cache.keys()).map(({ url }) => url.split('/').at(-1) ?? '');
  },
};
