import { pageSize } from '../trace/memory-state.ts';
import {
  type Compilation,
  type CompileSettings,
  type Diagnostic,
  defaultSettings,
  type SourceFile,
} from './compilation.ts';
import { initialMemoryNeeded, parseCompilerOutput } from './diagnostics.ts';
import { parseLinkerOutput } from './linker-output.ts';
import { compileArguments, isC, standardFor } from './llvm/compile-arguments.ts';
import { linkArguments } from './llvm/link-arguments.ts';
import type { Llvm } from './llvm/llvm.ts';
import { type PrecompiledHeader, precompiledHeaderFor, precompiledHeaderText } from './llvm/precompiled-headers.ts';
import { programProblems } from './program-problems.ts';
import { translationUnits } from './translation-units.ts';
import { type FolderNode, makeFolder, putFile, readFile } from './wasi/file-system.ts';

const encoder = new TextEncoder();

/** Compiles with the LLVM tools and a sysroot, both already there. Blocks its thread while clang works. */
export class Toolchain {
  private readonly llvm: Llvm;
  private readonly sysroot: FolderNode;

  constructor(llvm: Llvm, sysroot: FolderNode) {
    this.llvm = llvm;
    this.sysroot = sysroot;
  }

  /**
   * Compiles and links. All files are there to be included; those with a source ending are compiled, unless another includes them. `precompiled` is
   * what `precompile` made for `precompiledHeaderFor(files, settings)`, or null to parse the headers: code and data
   * come out the same, only the debug information names more that the program does not use. Memory starts with more
   * pages than the settings say where static data and the stack need more.
   */
  compile(files: readonly SourceFile[], settings: CompileSettings, precompiled: Uint8Array | null): Compilation {
    const problems = programProblems(files, settings);
    if (problems.length > 0) return { status: 'did-not-compile', diagnostics: problems };
    const root = this.rootWith(files);
    const header = precompiled && precompiledHeaderFor(files, settings);
    if (header) {
      putFile(root, headerPath, encoder.encode(precompiledHeaderText(header)));
      putFile(root, precompiledPath, precompiled);
    }
    const diagnostics: Diagnostic[] = [];
    const sources = translationUnits(files);
    let failed = false;
    const objects = sources.map(({ path }, index) => {
      const object = `/objects/${index}.o`;
      const include = header && !isC(path) ? ['-include-pch', precompiledPath, '-fpch-instantiate-templates'] : [];
      const result = this.llvm.run(
        [...argumentsFor(path, settings), '-emit-obj', ...include, '-o', object, ...input(path)],
        root,
      );
      diagnostics.push(...parseCompilerOutput(result.output, path));
      if (result.code !== 0) failed = true;
      return object;
    });
    const mainPath = sources[0]?.path ?? '';
    if (failed) return { status: 'did-not-compile', diagnostics: withReason(diagnostics, mainPath) };
    const kind = sources.every(({ path }) => isC(path))
      ? 'c'
      : objects.some((path) => usesEmbind(root, path))
        ? 'embind'
        : 'c++';
    let linked = this.llvm.run(linkArguments(objects, kind, settings), root);
    const pages = Math.ceil((initialMemoryNeeded(linked.output) ?? 0) / pageSize);
    if (pages > settings.maximumPages) {
      return { status: 'did-not-compile', diagnostics: [...diagnostics, tooLarge(mainPath, pages, settings)] };
    }
    if (pages > 0) {
      linked = this.llvm.run(linkArguments(objects, kind, { ...settings, initialPages: pages }), root);
    }
    diagnostics.push(...parseLinkerOutput(linked.output, sources));
    const wasm = linked.code === 0 ? readFile(root, '/program.wasm') : null;
    if (!wasm) return { status: 'did-not-compile', diagnostics: withReason(diagnostics, mainPath) };
    return { status: 'compiled', wasm: wasm.slice(), diagnostics };
  }

  /** Parses only, without precompiled headers, so that a header nobody included is missed as any compiler would. */
  checkSyntax(files: readonly SourceFile[], settings: CompileSettings): readonly Diagnostic[] {
    const problems = programProblems(files, settings);
    if (problems.length > 0) return problems;
    const root = this.rootWith(files);
    return translationUnits(files).flatMap(({ path }) => {
      // Guessing at misspelt names makes further errors out of a missing header.
      const args = [...argumentsFor(path, settings), '-fno-spell-checking', '-fsyntax-only', ...input(path)];
      return parseCompilerOutput(this.llvm.run(args, root).output, path);
    });
  }

  /**
   * Parses only, with the standard library as modules: fast, and a name is known only where its header is included.
   * `modules` is a folder that keeps them for a standard; where it is empty they are built, which takes half a minute. Stricter than
   * `checkSyntax`, which has the last word: a header brings fewer names of other headers.
   */
  checkIncludes(files: readonly SourceFile[], settings: CompileSettings, modules: FolderNode): readonly Diagnostic[] {
    const root = this.rootWith(files);
    root.entries.set('modules', modules);
    putFile(root, '/headers/emscripten/wire.h', encoder.encode(embindBase));
    // Modules that were built at one level of optimisation serve only that one.
    const same = { ...settings, optimisation: defaultSettings.optimisation };
    return translationUnits(files).flatMap(({ path }) => {
      const args = argumentsFor(path, same).filter((argument) => argument !== '-fno-implicit-modules');
      const result = this.llvm.run([...args, ...withModules, '-fsyntax-only', ...input(path)], root);
      return parseCompilerOutput(result.output, path);
    });
  }

  /** Parses a set of headers ahead. Takes seconds; the result, some 20 MB, is worth keeping. */
  precompile(header: PrecompiledHeader): Uint8Array {
    const root = this.rootWith([]);
    putFile(root, headerPath, encoder.encode(precompiledHeaderText(header)));
    const args = [...compileArguments('c++', header.settings, header.standard), '-emit-pch'];
    const result = this.llvm.run(
      [...args, '-fpch-instantiate-templates', '-o', precompiledPath, '-x', 'c++-header', headerPath],
      root,
    );
    const bytes = result.code === 0 ? readFile(root, precompiledPath) : null;
    if (!bytes) throw new Error(`the precompiled header does not build: ${result.output.slice(0, 500)}`);
    return bytes.slice();
  }

  /** Makes the two instances that the next compile will use: clang and lld. */
  keepReady(): void {
    this.llvm.keepReady(2);
  }

  private rootWith(files: readonly SourceFile[]): FolderNode {
    const root = makeFolder();
    root.entries.set('sysroot', this.sysroot);
    root.entries.set('objects', makeFolder());
    root.entries.set('headers', makeFolder());
    for (const { path, text } of files) putFile(root, `/program/${path}`, encoder.encode(text));
    return root;
  }
}

const withModules = [
  ...['-fmodules', '-fimplicit-module-maps', '-fmodules-cache-path=/modules', '-fdisable-module-hash'],
  ...['-isystem', '/headers'],
];
/** The base of Embind's headers names these, and leaves it to other headers to bring them, which modules do not. */
const embindBase = '#include <tuple>\n#include <type_traits>\n#include <typeinfo>\n#include_next <emscripten/wire.h>\n';
const headerPath = '/headers/set.h';
const precompiledPath = '/headers/set.pch';
const input = (path: string): string[] => [
  ...['-main-file-name', path.split('/').at(-1) ?? path],
  ...['-x', isC(path) ? 'c' : 'c++', `/program/${path}`],
];
const argumentsFor = (path: string, settings: CompileSettings): string[] =>
  compileArguments(isC(path) ? 'c' : 'c++', settings, standardFor(path, settings));

/** Whether an object file refers to a function of Embind: their names stand in it as they are. */
function usesEmbind(root: FolderNode, object: string): boolean {
  const text = new TextDecoder('latin1').decode(readFile(root, object) ?? new Uint8Array());
  return text.includes('_embind_') || text.includes('_emval_');
}

function tooLarge(path: string, pages: number, { maximumPages }: CompileSettings): Diagnostic {
  const message = `Static data and the stack need ${pages} pages of memory; the maximum is ${maximumPages}. Make an array smaller, or raise the maximum.`;
  return { severity: 'error', path, line: 1, column: 1, message };
}

/** A tool that failed without a message it could place still gets one. */
function withReason(diagnostics: readonly Diagnostic[], mainPath: string): readonly Diagnostic[] {
  if (diagnostics.some(({ severity }) => severity === 'error')) return diagnostics;
  const message = 'The compiler gave up without saying why. Make the program smaller until it compiles, then add back.';
  return [...diagnostics, { severity: 'error', path: mainPath, line: 1, column: 1, message }];
}
