import type { Compilation, CompileSettings, Diagnostic, SourceFile } from './compilation.ts';
import { parseCompilerOutput, parseLinkerOutput } from './diagnostics.ts';
import { compileArguments, isC, isSource, standardFor } from './llvm/compile-arguments.ts';
import { linkArguments } from './llvm/link-arguments.ts';
import type { Llvm } from './llvm/llvm.ts';
import { type HeaderSet, headerSetFor, headerSetKey, headerSetText } from './llvm/precompiled-headers.ts';
import { programProblems } from './program-problems.ts';
import { type FolderNode, makeFolder, putFile, readFile } from './wasi/file-system.ts';

/** Keeps precompiled headers between visits or builds. A store that loses things costs time, nothing else. */
export interface HeaderStore {
  load(key: string): Promise<Uint8Array | null>;
  save(key: string, bytes: Uint8Array): Promise<void>;
}

const encoder = new TextEncoder();

/** Compiles with the LLVM tools and a sysroot, both already there. Blocks its thread while clang works. */
export class Toolchain {
  private readonly llvm: Llvm;
  private readonly sysroot: FolderNode;
  private readonly store: HeaderStore;
  private readonly headers = new Map<string, Promise<Uint8Array | null>>();

  constructor(llvm: Llvm, sysroot: FolderNode, store: HeaderStore) {
    this.llvm = llvm;
    this.sysroot = sysroot;
    this.store = store;
  }

  /** Compiles and links. All files are there to be included; those with a source ending are compiled. */
  async compile(files: readonly SourceFile[], settings: CompileSettings): Promise<Compilation> {
    const problems = programProblems(files, settings);
    if (problems.length > 0) return { status: 'did-not-compile', diagnostics: problems };
    const set = headerSetFor(files);
    const root = this.rootWith(files);
    const diagnostics: Diagnostic[] = [];
    const objects: string[] = [];
    const sources = files.filter(({ path }) => isSource(path));
    let failed = false;
    for (const [index, { path }] of sources.entries()) {
      const object = `/objects/${index}.o`;
      const using = isC(path) || !set ? [] : await this.useHeaders(root, set, settings, standardFor(path, settings));
      const result = this.llvm.run(
        [...this.argumentsFor(path, settings), '-emit-obj', ...using, ...mainFile(path), '-o', object, ...input(path)],
        root,
      );
      diagnostics.push(...parseCompilerOutput(result.output, path));
      if (result.code !== 0) failed = true;
      objects.push(object);
    }
    if (failed) return { status: 'did-not-compile', diagnostics: withReason(diagnostics, sources[0]) };
    const isCxx = sources.some(({ path }) => !isC(path));
    const linked = this.llvm.run(linkArguments(objects, isCxx, settings), root);
    const mainPath = sources[0]?.path ?? '';
    diagnostics.push(...parseLinkerOutput(linked.output, mainPath));
    const wasm = linked.code === 0 ? readFile(root, '/program.wasm') : null;
    if (!wasm) return { status: 'did-not-compile', diagnostics: withReason(diagnostics, sources[0]) };
    return { status: 'compiled', wasm: wasm.slice(), diagnostics };
  }

  /** Parses only, without precompiled headers, so that a header nobody included is missed as any compiler would. */
  checkSyntax(files: readonly SourceFile[], settings: CompileSettings): readonly Diagnostic[] {
    const problems = programProblems(files, settings);
    if (problems.length > 0) return problems;
    const root = this.rootWith(files);
    return files
      .filter(({ path }) => isSource(path))
      .flatMap(({ path }) => {
        const args = [...this.argumentsFor(path, settings), '-fsyntax-only', ...mainFile(path), ...input(path)];
        return parseCompilerOutput(this.llvm.run(args, root).output, path);
      });
  }

  /** Builds or loads the headers that C++ programs with these settings will use, so that the first compile need not. */
  async prepareHeaders(settings: CompileSettings): Promise<void> {
    const set = headerSetFor([{ path: 'main.cpp', text: '#include <vector>\n' }]);
    if (set) await this.headersFor(set, settings, standardFor('main.cpp', settings));
  }

  /** Makes the two instances that the next compile will use: clang and lld. */
  keepReady(): void {
    this.llvm.keepReady(2);
  }

  private argumentsFor(path: string, settings: CompileSettings): string[] {
    return compileArguments(isC(path) ? 'c' : 'c++', settings, standardFor(path, settings));
  }

  private rootWith(files: readonly SourceFile[]): FolderNode {
    const root = makeFolder();
    root.entries.set('sysroot', this.sysroot);
    root.entries.set('objects', makeFolder());
    for (const { path, text } of files) putFile(root, `/program/${path}`, encoder.encode(text));
    return root;
  }

  private async useHeaders(
    root: FolderNode,
    set: HeaderSet,
    settings: CompileSettings,
    standard: string,
  ): Promise<string[]> {
    const bytes = await this.headersFor(set, settings, standard);
    if (!bytes) return [];
    putFile(root, headerPath(set), encoder.encode(headerSetText(set)));
    putFile(root, '/headers/set.pch', bytes);
    return ['-include-pch', '/headers/set.pch', '-fpch-instantiate-templates'];
  }

  private headersFor(set: HeaderSet, settings: CompileSettings, standard: string): Promise<Uint8Array | null> {
    const key = headerSetKey(set, settings, standard);
    let headers = this.headers.get(key);
    if (!headers) {
      headers = this.loadOrBuild(key, set, settings, standard);
      this.headers.set(key, headers);
    }
    return headers;
  }

  private async loadOrBuild(
    key: string,
    set: HeaderSet,
    settings: CompileSettings,
    standard: string,
  ): Promise<Uint8Array | null> {
    const kept = await this.store.load(key).catch(() => null);
    if (kept) return kept;
    const root = this.rootWith([]);
    putFile(root, headerPath(set), encoder.encode(headerSetText(set)));
    const args = [...compileArguments('c++', settings, standard), '-emit-pch', '-fpch-instantiate-templates'];
    const result = this.llvm.run([...args, '-o', '/headers/set.pch', '-x', 'c++-header', headerPath(set)], root);
    const bytes = result.code === 0 ? readFile(root, '/headers/set.pch') : null;
    if (!bytes) throw new Error(`the precompiled header ${key} does not build: ${result.output.slice(0, 500)}`);
    const copy = bytes.slice();
    await this.store.save(key, copy).catch(() => {});
    return copy;
  }
}

const headerPath = (set: HeaderSet): string => `/headers/${set.name}.h`;
const mainFile = (path: string): string[] => ['-main-file-name', path.split('/').at(-1) ?? path];
const input = (path: string): string[] => ['-x', isC(path) ? 'c' : 'c++', `/program/${path}`];

/** A tool that failed without a message it could place still gets one. */
function withReason(diagnostics: readonly Diagnostic[], first: SourceFile | undefined): readonly Diagnostic[] {
  if (diagnostics.some(({ severity }) => severity === 'error')) return diagnostics;
  const message = 'The compiler gave up without saying why. Make the program smaller until it compiles, then add back.';
  return [...diagnostics, { severity: 'error', path: first?.path ?? '', line: 1, column: 1, message }];
}
