import { hasMultipleMemories, type RecordedProgram, recordProgram } from '../../trace/engine.ts';
import { type Address, type Layout, pageSize, toAddress } from '../../trace/memory-state.ts';
import type { LogMessage } from '../replay/log-message.ts';
import { maximumPages } from './exported-functions.ts';
import type { Recorder } from './host.ts';
import { layoutOf } from './layout.ts';
import { locateFrame } from './locate-frame.ts';
import { RunLog, type RunLogOptions } from './run-log.ts';

export type OpenedRecorder =
  | { readonly ok: true; readonly recorder: Recorder }
  | { readonly ok: false; readonly reason: string };

/** What is recorded, and where it goes. */
export interface RecordingOptions
  extends Omit<RunLogOptions, 'postPart' | 'post' | 'onEnd' | 'onJournal' | 'onScript'> {
  /** Whether reads are recorded too: findings then tell of them. */
  readonly loads?: boolean;
  readonly post: (message: LogMessage) => void;
}

/**
 * Rewrites a module and puts an engine beside it. `engine` is `engine.wasm`, compiled or not. Without `recording` only
 * what a live view needs is watched.
 */
export async function openRecorder(
  wasm: Uint8Array,
  engine: Uint8Array | WebAssembly.Module,
  recording?: RecordingOptions,
): Promise<OpenedRecorder> {
  const how = !recording ? 'none' : hasMultipleMemories() ? 'second-memory' : 'instance';
  const recorded = await recordProgram(engine, wasm, how, recording?.loads);
  if (recorded.status === 'malformed') {
    return { ok: false, reason: `The module cannot be read: ${recorded.reason} (at byte ${recorded.offset}).` };
  }
  const module = new WebAssembly.Module(recorded.wasm);
  let program: Attached | null = null;
  let log: RunLog | null = null;
  let step = 0;
  return {
    ok: true,
    recorder: {
      runnable: {
        module,
        imports: {},
        locate: (error) => locateFrame(error, recorded.locate),
        locateThrow: () => recorded.lastThrow && locateFrame(recorded.lastThrow, recorded.locate, '__cxa_throw'),
        hasReachedLimit: () => log?.hasReachedLimit ?? false,
      },
      get log() {
        return log;
      },
      attach(instance) {
        const memory = recorded.connect(instance);
        program = new Attached(instance.exports, recorded, wasm);
        if (!memory || !recording) return;
        const { post } = recording;
        log = new RunLog(memory, instance, {
          ...recording,
          postPart: (words) => post({ kind: 'part', words }),
          post: (section) => post({ kind: 'section', section }),
          onEnd: (why) => post({ kind: 'end', why }),
          onJournal: post,
          onScript: (part) => post({ kind: 'script', ...part }),
        });
        recorded.onPause = (need) => log?.pause(need) ?? 0;
        const { pages } = program.read();
        const others = log.others.map(({ buffer }) => buffer.byteLength / pageSize);
        post({ kind: 'begin', recording: how, pages, others, heapEndAt: program.heapEndAt, section: log.begin() });
      },
      onBoundary(listener) {
        recorded.onBoundary = listener;
      },
      onGrowth(listener) {
        recorded.onGrowth = listener;
      },
      onChange(listener) {
        recorded.onChange = listener;
      },
      get changes() {
        return recorded.changes;
      },
      get allocated() {
        const { liveBlocks, freedBlocks } = recorded.totals();
        return liveBlocks + freedBlocks;
      },
      enter() {
        recorded.resetDepth();
        if (log) log.depth = 0;
      },
      state(observed) {
        if (!program) throw new Error('the state was asked for before there was an instance');
        return { step: ++step, ...program.read(), ...observed };
      },
    },
  };
}

/** Blocks that a state lists. More would take longer to report than there is time between two pictures. */
const mostBlocks = 5_000;

/** Reads from a live instance what the linker's symbols and the engine say about it. */
class Attached {
  readonly #layout: Layout;
  readonly #maximumPages: number | null;
  /** Address at which the C library keeps the end of the heap. */
  readonly heapEndAt: number | null;
  #blocks: ReturnType<RecordedProgram['blocks']> = [];
  #changes = -1;

  constructor(
    readonly exports: WebAssembly.Exports,
    readonly recorded: RecordedProgram,
    wasm: Uint8Array,
  ) {
    this.#maximumPages = maximumPages(wasm);
    this.#layout = layoutOf({
      wasm,
      global: (name) => this.#global(name),
      stackPointer: this.#global('pagewise.stack_pointer'),
      symbols: recorded.symbols,
    });
    // Asked once, before anything is recorded: it is a function of the program's.
    const find = exports.emscripten_get_sbrk_ptr;
    this.heapEndAt = typeof find === 'function' ? Number(find()) >>> 0 : null;
  }

  read() {
    const stackPointer = this.#global('pagewise.stack_pointer');
    const lowest = this.#global('pagewise.stack_low') ?? stackPointer;
    const isKnown = stackPointer !== null && lowest !== null;
    return {
      pages: this.#memory().byteLength / pageSize,
      maximumPages: this.#maximumPages,
      layout: this.#layout,
      stackPointer: isKnown ? toAddress(stackPointer) : null,
      stackLow: isKnown ? toAddress(Math.min(lowest, stackPointer)) : null,
      heapEnd: this.#heapEnd(),
      blocks: this.#currentBlocks(),
      heap: this.recorded.totals(),
    };
  }

  #currentBlocks() {
    const { changes } = this.recorded;
    if (changes !== this.#changes) this.#blocks = this.recorded.blocks(mostBlocks);
    this.#changes = changes;
    return this.#blocks;
  }

  /** The C library keeps the end of the heap in a variable, which is 0 until its first use. */
  #heapEnd(): Address | null {
    const memory = this.#memory();
    if (this.heapEndAt === null || this.heapEndAt + 4 > memory.byteLength) return null;
    const end = new DataView(memory).getUint32(this.heapEndAt, true);
    return toAddress(Math.max(end, this.#layout.heapBase ?? 0));
  }

  #memory(): ArrayBuffer {
    return (this.exports.memory as WebAssembly.Memory).buffer as ArrayBuffer;
  }

  /** An address that the linker or the engine exports as a global. */
  #global(name: string): number | null {
    const global = this.exports[name];
    return global instanceof WebAssembly.Global ? Number(global.value) >>> 0 : null;
  }
}
