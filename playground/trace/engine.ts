import { allocators } from './allocators.ts';
import { hostFunctions, type LogMemory, secondMemory } from './log-memory.ts';
import { type Block, type CodePlace, type DataSymbol, type HeapTotals, toAddress } from './memory-state.ts';

/** The program as it runs: rewritten, with an engine beside it that the probes call, Wasm to Wasm. */
export interface RecordedProgram {
  readonly status: 'rewritten';
  /** Valid until the engine is dropped; memory layout, imports and indices are those of the module that was given. */
  readonly wasm: Uint8Array<ArrayBuffer>;
  /** Variables with a fixed address, from the debug information. */
  readonly symbols: readonly DataSymbol[];
  /** Fills the instance's table of probes. Must be called before the program's first instruction. */
  connect(instance: WebAssembly.Instance): LogMemory | null;
  /**
   * Called when the program has made the steps that it may make (with 0), or needs room in the log (with the bytes); an
   * answer other than 0 ends the program.
   */
  onPause: (need: number) => number;
  /** Called when JavaScript has called the program (true), and when the program is about to return to it (false). */
  onBoundary: (entering: boolean) => void;
  /**
   * Called when an instruction of the program has grown memory, by zero pages too; of a program that does not record, also
   * when it could not grow.
   */
  onGrowth: () => void;
  /** Source line of an offset in the rewritten file, as stack traces tell it (`wasm-function[3]:0x1f`). */
  locate(offset: number): CodePlace | null;
  /** The same for an offset in the module that was given. */
  locateOriginal(offset: number): CodePlace | null;
  /** Made where the program threw a C++ exception last; its stack begins in the engine. Null when it threw none. */
  readonly lastThrow: Error | null;
  /** To be called when no frame of the program is active, so that a trap inside the allocator is forgotten. */
  resetDepth(): void;
  /** Forgets blocks and log, before another instance of the program is connected. */
  forgetRun(): void;
  /** Rises with each allocation and release. */
  readonly changes: number;
  /** At most `most` blocks in the order of their allocation: live ones before freed ones, newer ones before older ones. */
  blocks(most: number): readonly Block[];
  totals(): HeapTotals;
  /** Called when blocks have changed: each time at first, then now and then. */
  onChange: () => void;
  findings(): readonly HeapFinding[];
}

export interface MalformedModule {
  readonly status: 'malformed';
  /** Byte offset in the module. */
  readonly offset: number;
  readonly reason: string;
}

/** A wrong call of the allocator, which never traps by itself. `block` is a block's id, or null when there is none. */
export interface HeapFinding {
  readonly kind: 'double-free' | 'invalid-free' | 'mismatched-free';
  readonly address: number;
  readonly block: number | null;
}

type EngineFunction = (...args: number[]) => number;

/** Where a program writes its log: see `recording` in the engine. */
export type Recording = 'none' | 'second-memory' | 'instance';

// (module (memory 1) (memory 1))
const twoMemories = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 5, 5, 2, 0, 1, 0, 1]);

/** Whether this host runs modules with several memories. */
export const hasMultipleMemories = (): boolean => WebAssembly.validate(twoMemories);

const recordings: readonly Recording[] = ['none', 'second-memory', 'instance'];

const functionNames = [
  ...['input', 'rewrite', 'problem_offset', 'problem_reason', 'problem_reason_size', 'output', 'output_size'],
  ...['symbols', 'symbols_size', 'release_modules', 'locate', 'locate_original', 'located_path', 'located_path_size'],
  ...['located_line', 'located_column', 'reset_depth', 'choose_blocks', 'blocks', 'live_blocks', 'live_bytes'],
  ...['freed_blocks', 'freed_bytes', 'findings', 'finding_count', 'heap_changes'],
  ...['open_log', 'log_words', 'log_count', 'log_flags', 'log_frames', 'clear_log', 'forget_run'],
] as const;

// The order of `heap_finding::kind` in the engine.
const findingKinds = ['double-free', 'invalid-free', 'mismatched-free'] as const;
// The order of `probe_slot` in the engine; `pause`, `boundary` and `grown`, which come next, are the host's own.
const probes = ['probe_enter', 'probe_leave', 'probe_abandon', 'probe_throw'];
const logProbes = [
  ...['log1', 'log2', 'log3', 'log4', 'log_range', 'log_range_data'],
  ...['log_frame_enter', 'log_frame_line', 'log_frame_local'],
];
const hostSlot = probes.length;
const blockWords = 7;
const findingWords = 3;

/**
 * Rewrites a module with a fresh engine: one engine serves one program. `engine` is `engine.wasm`, compiled or not. With
 * `loads`, what the program reads is logged too.
 */
export async function recordProgram(
  engine: Uint8Array | WebAssembly.Module,
  wasm: Uint8Array,
  recording: Recording = 'none',
  loads = false,
): Promise<RecordedProgram | MalformedModule> {
  const module = engine instanceof WebAssembly.Module ? engine : await WebAssembly.compile(engine as BufferSource);
  let lastThrow: Error | null = null;
  const note_throw = () => {
    lastThrow = new Error();
  };
  const instance = await WebAssembly.instantiate(module, {
    env: {
      emscripten_notify_memory_growth() {},
      note_throw,
      note_change: () => recorded.onChange(),
      log_full: () => void recorded.onPause(1),
    },
  });
  const memory = instance.exports.memory as WebAssembly.Memory;
  const call = Object.fromEntries(
    functionNames.map((name) => [name, instance.exports[name] as EngineFunction]),
  ) as Record<(typeof functionNames)[number], EngineFunction>;
  (instance.exports._initialize as () => void)();

  const bytes = (start: number, length: number) => new Uint8Array(memory.buffer, start >>> 0, length >>> 0);
  const words = (start: number, count: number) => new Uint32Array(memory.buffer, start >>> 0, count >>> 0);
  const text = (start: number, length: number) => new TextDecoder().decode(bytes(start, length));

  const input = call.input(wasm.length);
  bytes(input, wasm.length).set(wasm);
  if (call.rewrite(recordings.indexOf(recording), loads ? 1 : 0) === 0) {
    const reason = text(call.problem_reason(), call.problem_reason_size());
    return { status: 'malformed', offset: call.problem_offset() >>> 0, reason };
  }
  const rewritten = bytes(call.output(), call.output_size()).slice();
  const symbols = parseSymbols(text(call.symbols(), call.symbols_size()));
  call.release_modules();

  const located = (): CodePlace => {
    const path = text(call.located_path(), call.located_path_size());
    return { path, line: call.located_line(), column: call.located_column() };
  };

  const recorded: RecordedProgram = {
    status: 'rewritten',
    wasm: rewritten,
    symbols,
    connect(program) {
      const table = program.exports['pagewise.probes'] as WebAssembly.Table;
      for (const [index, name] of probes.entries()) table.set(index, instance.exports[name]);
      const { pause, boundary, grown } = hostFunctions(
        (need) => recorded.onPause(need),
        (entering) => recorded.onBoundary(entering !== 0),
        () => recorded.onGrowth(),
      );
      for (const [index, probe] of [pause, boundary, grown].entries()) table.set(hostSlot + index, probe);
      if (recording === 'none') return null;
      if (recording === 'second-memory') return secondMemory(program);
      for (const [index, name] of logProbes.entries()) table.set(hostSlot + 3 + index, instance.exports[name]);
      call.open_log();
      return {
        memory,
        get size() {
          return call.log_count() * 4;
        },
        get start() {
          return call.log_words() >>> 0;
        },
        get flags() {
          return call.log_flags() >>> 0;
        },
        otherFlags: [],
        get frames() {
          return call.log_frames() >>> 0;
        },
        clear: () => void call.clear_log(),
        reserve() {}, // the engine makes room by itself
      };
    },
    locate: (offset) => (call.locate(offset) === 0 ? null : located()),
    locateOriginal: (offset) => (call.locate_original(offset) === 0 ? null : located()),
    get lastThrow() {
      return lastThrow;
    },
    resetDepth: () => void call.reset_depth(),
    forgetRun: () => void call.forget_run(),
    get changes() {
      return call.heap_changes();
    },
    totals: () => ({
      liveBlocks: call.live_blocks(),
      liveBytes: call.live_bytes(),
      freedBlocks: call.freed_blocks(),
      freedBytes: call.freed_bytes(),
    }),
    onChange() {},
    onPause: () => 0,
    onBoundary() {},
    onGrowth() {},
    blocks(most) {
      const count = call.choose_blocks(most);
      const packed = words(call.blocks(), count * blockWords);
      return Array.from({ length: count }, (_, index) => blockAt(packed, index));
    },
    findings() {
      const count = call.finding_count();
      const packed = words(call.findings(), count * findingWords);
      return Array.from({ length: count }, (_, index) => findingAt(packed, index));
    },
  };
  return recorded;
}

function blockAt(packed: Uint32Array, index: number): Block {
  const word = (at: number) => packed[index * blockWords + at] ?? 0;
  const within = word(6);
  return {
    id: word(0) + 1,
    address: toAddress(word(1)),
    size: word(2),
    state: word(4) ? 'live' : 'freed',
    allocatedBy: allocators[word(3)] ?? 'malloc',
    ...(within > 0 && { within }),
  };
}

function findingAt(packed: Uint32Array, index: number): HeapFinding {
  const [kind = 0, address = 0, block = 0] = packed.subarray(index * findingWords);
  return { kind: findingKinds[kind] ?? 'invalid-free', address, block: block === 0xffff_ffff ? null : block + 1 };
}

function parseSymbols(lines: string): readonly DataSymbol[] {
  const symbols: DataSymbol[] = [];
  for (const line of lines.split('\n')) {
    const [, address, size, name] = /^(\d+) (\d+) (.+)$/.exec(line) ?? [];
    if (name) symbols.push({ name, address: toAddress(Number(address)), size: Number(size) });
  }
  return symbols;
}
