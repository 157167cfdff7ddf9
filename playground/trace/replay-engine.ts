import type { MalformedModule, Recording } from './engine.ts';
import { type LogSection, type LogWords, pieceSize } from './log.ts';
import { type Layout, memoryOf, memorySpan } from './memory-state.ts';
import { type Listed, listedBits, type RawEvents, type RawSite } from './raw-events.ts';
import {
  destinationKinds,
  type RawCode,
  type RawCopies,
  type RawDestination,
  type RawHistory,
  type RawMoment,
} from './raw-moment.ts';
import type { RawSurvey } from './raw-survey.ts';
import type { EngineOverview } from './trace.ts';

/** The engine in its other role: it takes the log of a run, and answers any step. Everything here is synchronous. */
export interface ReplayEngine {
  readonly status: 'ready';
  /** Memory before the first record; `others` are sizes of the memories beside it. */
  begin(pages: number, maximumPages: number, initial: LogSection, others?: readonly number[]): void;
  /** Tells where the linker laid out the stack and the data: some findings are about what lies there. */
  setLayout(layout: Pick<Layout, 'data' | 'stack'>): void;
  /** Takes a copy of the first words of the next section. */
  addPart(words: LogWords): void;
  /** Throws when the section cannot be what a recorder wrote; the trace then stays as it was. */
  add(section: LogSection): void;
  /**
   * What was added until now stands for what came before the log: it begins in the middle of a run. With `checks`, what
   * goes wrong in it is looked for.
   */
  beginInside(checks: boolean): void;
  readonly steps: number;
  /** Records so far. */
  readonly records: number;
  /** Sections in which memory changed and no record says so: their steps show the change too early. */
  readonly incompleteSections: number;
  /** Moves to a step; what is asked afterwards is asked of it. */
  seek(step: number): void;
  /** Size of memory, in pages. */
  readonly pages: number;
  /** The same of the memories beside the first one, in order. */
  readonly otherPages: readonly number[];
  /** Bytes of memory; past its end they are missing. An address tells its memory: see `memorySpan`. */
  read(address: number, length: number): Uint8Array;
  /** Everything that panels show of the current step. */
  moment(): RawMoment;
  /** The nearest step after or before one that fits; null when there is none. */
  find(from: number, forward: boolean, destination: RawDestination): number | null;
  overview(buckets: number): EngineOverview;
  history(step: number, start: number, end: number, most: number): RawHistory;
  /** What is small enough to be kept of a part of a run: see `survey_json` in the engine. */
  survey(phase: number, partSteps: number, until: number): RawSurvey;
  /** The open calls of the current step, four words each: see `idle_frame` in the engine. */
  frames(): Uint32Array;
  /** The text of the function of a call of the current step, told by the call's number. */
  code(call: number): RawCode | null;
  /** What the program itself copied in steps [from, to): see `copies_json` in the engine. */
  copies(from: number, to: number): RawCopies;
  /** The most bytes that blocks held at once, and in which step. */
  heapPeak(): readonly [bytes: number, step: number];
  /** Bytes of a type by its name in the source; 0 where the debug information has none. */
  typeSize(name: string): number;
  /** The places that listed steps name by their index. */
  sites(): readonly RawSite[];
  /**
   * What happened in steps [from, to), part by part. One listing at a time. Of a memory beside the first, its stores and
   * growths, with offsets into it.
   */
  list(from: number, to: number, wanted: readonly Listed[], memory?: number): Iterable<RawEvents>;
}

const functionNames = [
  ...['input', 'rewrite', 'problem_offset', 'problem_reason', 'problem_reason_size', 'open_trace', 'set_regions'],
  'open_memory',
  'section_room',
  ...['section_words', 'section_indices', 'section_contents', 'set_initial', 'add_section', 'steps', 'records', 'seek'],
  ...[
    'step_pages',
    'incomplete_sections',
    'read_bytes',
    'bytes_read',
    'answer',
    'moment',
    'overview',
    'history',
    'code',
    'path_room',
  ],
  ...['choose_line', 'find_step', 'begin_inside', 'sites', 'list_events', 'next_events'],
  ...['survey', 'choose_frames', 'frames', 'heap_peak', 'type_size', 'copies'],
] as const;

const recordings: readonly Recording[] = ['none', 'second-memory', 'instance'];

/** Prepares to replay runs of a module. `engine` is `engine.wasm`. `recording` must be as in the run: it names the steps. */
export async function openReplay(
  engine: WebAssembly.Module,
  wasm: Uint8Array,
  recording: Recording,
): Promise<ReplayEngine | MalformedModule> {
  return replayIn(await WebAssembly.instantiate(engine, imports), wasm, recording);
}

/** The same at once, which the threads of pages are not allowed. */
export function openReplayNow(
  engine: WebAssembly.Module,
  wasm: Uint8Array,
  recording: Recording,
): ReplayEngine | MalformedModule {
  return replayIn(new WebAssembly.Instance(engine, imports), wasm, recording);
}

const nothing = () => undefined;
const imports = {
  env: {
    emscripten_notify_memory_growth: nothing,
    note_throw: nothing,
    note_change: nothing,
    log_full: nothing,
  },
};

function replayIn(
  { exports }: WebAssembly.Instance,
  wasm: Uint8Array,
  recording: Recording,
): ReplayEngine | MalformedModule {
  const memory = exports.memory as WebAssembly.Memory;
  const call = Object.fromEntries(functionNames.map((name) => [name, exports[name]])) as Record<
    (typeof functionNames)[number],
    (...args: number[]) => number
  >;
  (exports._initialize as () => void)();
  const bytes = (start: number, length: number) => new Uint8Array(memory.buffer, start >>> 0, length);
  const problem = () => {
    const reason = new TextDecoder().decode(bytes(call.problem_reason(), call.problem_reason_size()));
    return { offset: call.problem_offset() >>> 0, reason };
  };

  bytes(call.input(wasm.length), wasm.length).set(wasm);
  if (call.rewrite(recordings.indexOf(recording), 0) === 0) return { status: 'malformed', ...problem() };

  let given = 0;
  const giveWords = (words: LogWords, pieces: number) => {
    call.section_room(given + words.length, pieces);
    new Uint32Array(memory.buffer, call.section_words() >>> 0, given + words.length).set(words, given);
    given += words.length;
  };
  const give = ({ words, pieces, contents }: LogSection, take: () => number) => {
    if (contents.length !== pieces.length * pieceSize) throw new RangeError('a log whose pieces are not whole');
    giveWords(words, pieces.length);
    given = 0;
    new Uint32Array(memory.buffer, call.section_indices() >>> 0, pieces.length).set(pieces);
    bytes(call.section_contents(), contents.length).set(contents);
    if (take() !== 0) return;
    const { offset, reason } = problem();
    throw new RangeError(`not a log: ${reason} (at word ${offset})`);
  };

  const answer = <Answer>(size: number): Answer =>
    JSON.parse(new TextDecoder().decode(bytes(call.answer(), size >>> 0))) as Answer;

  const giveName = (text: string) => {
    const name = new TextEncoder().encode(text);
    bytes(call.path_room(name.length), name.length).set(name);
  };

  let others = 0;
  /** Throws where there is no such memory. */
  const memoryAt = (address: number) => {
    const found = memoryOf(address);
    if (found > others) throw new RangeError(`no memory ${found}`);
    return found;
  };

  return {
    status: 'ready',
    begin(pages, maximumPages, initial, otherPages = []) {
      call.open_trace(pages, maximumPages);
      for (const size of otherPages) call.open_memory(size, maximumPages);
      others = otherPages.length;
      give(initial, call.set_initial);
    },
    setLayout({ data, stack }) {
      call.set_regions(stack?.start ?? 0, stack?.end ?? 0, data?.start ?? 0, data?.end ?? 0);
    },
    addPart: (words) => giveWords(words, 0),
    add: (section) => give(section, call.add_section),
    beginInside: (checks) => void call.begin_inside(checks ? 1 : 0),
    get steps() {
      return call.steps() >>> 0;
    },
    get records() {
      return call.records() >>> 0;
    },
    get incompleteSections() {
      return call.incomplete_sections() >>> 0;
    },
    seek: (step) => void call.seek(step),
    get pages() {
      return call.step_pages(0) >>> 0;
    },
    get otherPages() {
      return Array.from({ length: others }, (_, index) => call.step_pages(index + 1) >>> 0);
    },
    read(address, length) {
      const count = call.read_bytes(address % memorySpan, length, memoryAt(address)) >>> 0;
      return bytes(call.bytes_read(), count).slice();
    },
    moment: () => answer(call.moment()),
    find(from, forward, { kind, first = 0, second = 0, path }) {
      if (path !== undefined) {
        giveName(path);
        call.choose_line(first);
      }
      const memory = kind === 'write' ? memoryAt(first) : 0;
      const words = [first - memory * memorySpan, second - memory * memorySpan, memory];
      const found = call.find_step(from, forward ? 1 : 0, destinationKinds.indexOf(kind), ...words) >>> 0;
      return found === 0xffff_ffff ? null : found;
    },
    overview: (buckets) => answer(call.overview(buckets)),
    history(step, start, end, most) {
      const memory = memoryAt(start);
      const before = memory * memorySpan;
      return answer(call.history(step, start - before, end - before, most, memory));
    },
    survey: (phase, partSteps, until) => answer(call.survey(phase, partSteps, until)),
    frames() {
      const count = call.choose_frames() >>> 0;
      return new Uint32Array(memory.buffer, call.frames() >>> 0, count * 4).slice();
    },
    code: (number) => answer(call.code(number)),
    copies: (from, to) => answer(call.copies(from, to)),
    heapPeak: () => answer(call.heap_peak()),
    typeSize(name) {
      giveName(name);
      return call.type_size() >>> 0;
    },
    sites: () => answer(call.sites()),
    *list(from, to, wanted, memory = 0) {
      const bits = wanted.reduce((sum, each) => sum | listedBits[each], 0);
      call.list_events(from, to, bits, memory);
      for (let size = call.next_events(); size !== 0; size = call.next_events()) yield answer<RawEvents>(size);
    },
  };
}
