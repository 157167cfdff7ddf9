import type { Endings } from './endings.ts';
import type { GlueModule, ImportedFunction } from './glue.ts';
import type { HandLinks } from './hand-links.ts';

export interface ImportContext {
  readonly endings: Endings;
  readonly exports: () => WebAssembly.Exports;
  /** The bytes of memory now. */
  readonly memory: () => Uint8Array;
  readonly writeError: (text: string) => void;
}

/** What the host does itself: what ends the program (see {@link Endings}), and what must not reach this machine. */
export function ownImports({ endings, exports, memory, writeError }: ImportContext): Record<string, ImportedFunction> {
  const text = (address: number) => (address === 0 ? 'unknown' : readText(memory(), address));
  const leave = (code: number) => endings.end({ kind: 'exit', code });
  const abort = (reason: string, location: { path: string; line: number } | null) =>
    endings.end({ kind: 'abort', reason, location });
  return {
    exit(code: number) {
      callIfThere(exports(), '__funcs_on_exit');
      callIfThere(exports(), 'fflush', 0);
      leave(code);
    },
    proc_exit: leave,
    emscripten_force_exit: leave,
    // There is no shell. Under Node, Emscripten's own would run the command on this machine.
    _emscripten_system: (command: number) => (command === 0 ? 0 : -notImplemented),
    _abort_js: () => abort('the program called abort()', null),
    __assert_fail(condition: number, file: number, line: number, name: number) {
      const place = `${text(file)}:${line}: ${text(name)}`;
      callIfThere(exports(), 'fflush', 0);
      writeError(`${place}: Assertion \`${text(condition)}' failed.\n`);
      abort(`assertion failed: ${text(condition)}`, { path: text(file).replace(/^\/program\//, ''), line });
    },
  };
}

/** ENOSYS, as Emscripten's C library numbers it. */
const notImplemented = 52;

/** Calls an export that not every module has. */
export function callIfThere(exports: WebAssembly.Exports, name: string, ...args: readonly unknown[]): void {
  const exported = exports[name];
  if (typeof exported === 'function') exported(...args);
}

/** A C string: the bytes up to the first zero, as UTF-8. */
export function readText(memory: Uint8Array, address: number): string {
  const end = memory.indexOf(0, address >>> 0);
  // A copy: bytes of a resizable buffer are refused.
  return new TextDecoder().decode(memory.slice(address >>> 0, end < 0 ? undefined : end));
}

/**
 * Picks what the module imports. `around` wraps every function. What nobody provides is listed, not thrown: a learner
 * causes it by calling a function that is declared but not defined. It ends the program when it is called, as does what
 * exists but cannot work here: libraries bring in much that is never called. With `byHand` a script may give any of them later,
 * and nothing is missing before.
 */
export function pickImports(
  module: WebAssembly.Module,
  glue: GlueModule,
  own: Readonly<Record<string, ImportedFunction>>,
  endings: Endings,
  around: (name: string, imported: ImportedFunction) => ImportedFunction,
  byHand: HandLinks | null = null,
): { readonly imports: WebAssembly.Imports; readonly missing: readonly string[] } {
  const provided: Readonly<Record<string, ImportedFunction>> = {
    ...glue.programImports,
    ...glue.embindImports,
    ...(typeof glue.programScripts === 'string' ? {} : glue.programScripts.functions),
    ...own,
  };
  // No prototypes: a module chooses these names.
  const imports: Record<string, Record<string, ImportedFunction>> = Object.create(null);
  const missing: string[] = [];
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    if (kind !== 'function') continue; // instantiation tells what is wrong
    const isKnown = hostModules.includes(from);
    const found = isKnown && Object.hasOwn(provided, name) ? provided[name] : impossible(name, endings);
    const imported = byHand ? byHand.stand(from, name, found ?? null) : found;
    if (!imported) missing.push(isKnown ? name : `${from}.${name}`);
    imports[from] ??= Object.create(null) as Record<string, ImportedFunction>;
    imports[from][name] = around(isKnown ? name : `${from}.${name}`, imported ?? absent(from, name, endings));
  }
  return { imports, missing };
}

/** The modules under which C and C++ programs import: Emscripten's, and WASI's (preview 1 under both of its names). */
const hostModules: readonly string[] = ['env', 'wasi_snapshot_preview1', 'wasi_unstable'];

function absent(from: string, name: string, endings: Endings): ImportedFunction {
  const reason = `the program called ${name}, which it imports from "${from}" and nobody provides here`;
  return () => endings.end({ kind: 'abort', reason, location: null });
}

// Functions that exist, but need what a sandboxed worker cannot give.
const reasons: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^emscripten_run_script/, 'it runs JavaScript from a string, which the sandbox forbids'],
  [
    /^__syscall_(socket|connect|bind|listen|accept|recv|send|getsock|setsock|getpeer|shutdown|epoll)/,
    'there is no network',
  ],
  [
    /^(getaddrinfo|getnameinfo|gethost|emscripten_(fetch|wget|websocket)|_emscripten_lookup_name)/,
    'there is no network',
  ],
  [/^(socket|connect|bind|listen|accept|recv|send|setsockopt|getsockopt)/, 'there is no network'],
  [/^emscripten_(set_main_loop|async|set_timeout|set_interval|set_immediate)/, 'programs run from start to end here'],
  [/^_setitimer_js$/, 'there are no timer signals'],
  [/^(gl[A-Z]|egl|SDL_|emscripten_webgl|emscripten_set_canvas|emscripten_get_last)/, 'there is no screen to draw on'],
  [/pthread|^emscripten_thread/, 'programs have one thread here'],
  [/^_emval_/, 'this part of Embind is not supported here'],
  [
    /^(invoke_|__cxa_|__resumeException$|llvm_eh_)/,
    'exceptions made of JavaScript are not supported: compile with -fwasm-exceptions',
  ],
];

function impossible(name: string, endings: Endings): ImportedFunction | undefined {
  const why = reasons.find(([pattern]) => pattern.test(name))?.[1];
  const reason = suspends(name) ?? (why && `the program called ${name}, which cannot work in the sandbox: ${why}`);
  return reason ? () => endings.end({ kind: 'abort', reason, location: null }) : undefined;
}

/** What is said of a function that would stop C++ in the middle of a call and go on later; null of any other. */
function suspends(name: string): string | null {
  const match = /^(?:(_emval_await)|(emscripten_(?:sleep|scan_registers|fiber_swap))|__asyncjs__(.*))$/.exec(name);
  if (!match) return null;
  const [, isAwait, own, script] = match;
  const called = isAwait ? 'val::await()' : (own ?? `${script}, an EM_ASYNC_JS function`);
  return `the program called ${called}, which stops C++ in the middle of a call and goes on later. That needs a stack of its own for each call that waits (JSPI or Asyncify), and a recording has one. Write a coroutine instead: a function that returns a val and says co_await promise. Or let JavaScript wait, and call C++ with what it got.`;
}

/** Says which functions the program lacks. */
export function tellMissing(missing: readonly string[]): string {
  const told = missing.map((name) => `${name} is declared and used, but no file of the program defines it.`);
  return [
    ...told,
    'A script can give functions to an instance that it makes itself: `WebAssembly.instantiateStreaming(fetch("main.wasm"), { env: { … } })`.',
  ].join('\n');
}

/** Whether the module imports anything of Embind's, and so needs the bigger glue. */
export function needsEmbind(module: WebAssembly.Module): boolean {
  return WebAssembly.Module.imports(module).some(({ name }) => /^_(embind|emval)_/.test(name));
}
