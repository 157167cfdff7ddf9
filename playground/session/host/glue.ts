import type { ScriptHook } from './script-hook.ts';

/** What `glue.mjs` and `glue-embind.mjs` export: see runtime/shells. */
export type CreateGlue = (options: GlueOptions) => Promise<GlueModule>;

/** The methods of `console` that scripts print with. */
export type ScriptConsole = Readonly<Record<string, (...values: readonly unknown[]) => void>>;

export interface GlueOptions {
  readonly thisProgram: string;
  /** For what the program prints by JavaScript of its own. */
  readonly console: ScriptConsole;
  /** The globals that `val::global` finds. */
  readonly realm: Record<string, unknown>;
  /** What instrumented code in the glue reports to. It takes them before any code of the program runs; then they go. */
  hooks?: GlueHooks;
  readonly preRun: readonly ((module: GlueModule) => void)[];
  /** Called when `programImports` are in place on the options object itself, which becomes the module. */
  readonly instantiateWasm: (
    imports: unknown,
    receive: (instance: { readonly exports: WebAssembly.Exports }) => void,
  ) => void;
}

export interface GlueHooks {
  /** Of the JavaScript of C and C++ files. */
  readonly bodies: ScriptHook;
  /** Of the glue itself. */
  readonly glue: ScriptHook;
}

/** Emscripten's Module object. Embind adds a learner's classes and functions to it. */
export interface GlueModule {
  readonly programImports: Readonly<Record<string, ImportedFunction>>;
  readonly embindImports?: Readonly<Record<string, ImportedFunction>>;
  /** The program's own: the functions of its `EM_JS`. The text that marks their place when it has none. */
  readonly programScripts: string | JoinedScripts;
  /** To be called when memory has another buffer. */
  readonly renewMemoryViews: () => void;
  /** Null where there is no glue. */
  readonly FS: FileSystem | null;
  readonly ENV: Record<string, string>;
  /** Embind's table: at each handle the value, after it the count of its references. */
  readonly embindHandles?: readonly unknown[];
  /** Told of handles that come and go. */
  handleWitness?: HandleWitness;
  /** Puts others in place of the glue's functions, and of the glue's views of memory: see watch-glue.js in runtime/shells. */
  watchGlue?: (name: string, original: ImportedFunction) => ImportedFunction;
  watchGlueViews?: (views: readonly Uint8Array<ArrayBuffer>[]) => void;
  /** Told of each view that Embind hands to JavaScript. */
  noteView?: (view: ArrayBufferView) => void;
}

/** See `joinScripts`. */
interface JoinedScripts {
  readonly functions: Readonly<Record<string, ImportedFunction>>;
  /** Has them make views by the constructors of this realm. */
  begin(realm: Record<string, unknown>): void;
}

/** What Embind tells of handles. */
export interface HandleWitness {
  /** Whether the program was ended: what is collected then is not released. */
  isOver(): boolean;
  valMade(handle: number): void;
  /** Called when more or fewer share the value, but somebody still does. */
  valCounted(handle: number): void;
  /** Called before the value leaves the table. */
  valGone(handle: number): void;
  /** Returns what names the object later. */
  objectMade(className: string, address: number, isShared: boolean): object;
  objectGone(made: object | undefined): void;
}

// biome-ignore lint/suspicious/noExplicitAny: imported functions have as many types as there are functions
export type ImportedFunction = (...args: any[]) => unknown;

/** The part of Emscripten's file system that hosts use. */
interface FileSystem {
  makedev(major: number, minor: number): number;
  registerDevice(device: number, operations: DeviceOperations): void;
}

interface DeviceOperations {
  open(stream: { tty?: unknown; seekable?: boolean }): void;
  close(): void;
  fsync(): void;
  read(stream: unknown, buffer: Int8Array, offset: number, length: number): number;
  write(stream: unknown, buffer: Int8Array, offset: number, length: number): number;
}

export interface StandardStreams {
  /** At most `length` bytes; none means the end of the input. */
  readonly read: (length: number) => Uint8Array;
  readonly write: (stream: 'stdout' | 'stderr', bytes: Uint8Array) => void;
}

// The realm's own constructor, before `Views` replaces it: every write of a program passes here.
const Bytes = Uint8Array;

/**
 * Puts our streams where Emscripten has its terminals: they must look like terminals, so that the C library
 * passes each line on as it comes, and take whole blocks, so that bytes arrive as they were written.
 */
export function connectStreams(fileSystem: FileSystem, streams: StandardStreams): void {
  // Device numbers of /dev/tty and /dev/tty1 in Emscripten's file system: standard input and output, standard error.
  for (const [major, name] of [
    [5, 'stdout'],
    [6, 'stderr'],
  ] as const) {
    fileSystem.registerDevice(fileSystem.makedev(major, 0), {
      open(stream) {
        stream.tty = { ops: {} };
        stream.seekable = false;
      },
      close() {},
      fsync() {},
      read(_stream, buffer, offset, length) {
        const bytes = streams.read(length);
        new Bytes(buffer.buffer, buffer.byteOffset + offset, bytes.length).set(bytes);
        return bytes.length;
      },
      write(_stream, buffer, offset, length) {
        const bytes = new Bytes(length);
        bytes.set(new Bytes(buffer.buffer, buffer.byteOffset + offset, length));
        streams.write(name, bytes);
        return length;
      },
    });
  }
}
