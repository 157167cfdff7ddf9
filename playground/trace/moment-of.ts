import { allocators } from './allocators.ts';
import type { CrossingHistory } from './crossing-history.ts';
import { describeFinding } from './describe-finding.ts';
import { describeStep, nextInWords } from './describe-step.ts';
import { handlesAt } from './handles-at.ts';
import { noteKinds } from './log.ts';
import {
  type Address,
  type ByteRange,
  type CodePlace,
  type MemoryState,
  type MemoryView,
  memorySpan,
  pageSize,
  toAddress,
} from './memory-state.ts';
import type { RawMoment, RawPlace, RawStep, RawValue, RawVariable } from './raw-moment.ts';
import { callerOf, placeOfSite, type TracedSource, withScriptFrames } from './script-frames.ts';
import type { ScriptAccess, ScriptHistory } from './script-history.ts';
import type { Change, Frame, Moment, PointsTo, Value, Variable } from './trace.ts';

/** What is known of a run beside its log: the last state that it reported, and where its C library keeps the heap's end. */
export interface RunFacts {
  readonly state: MemoryState;
  /** Address of the variable; null where there is none. */
  readonly heapEndAt: number | null;
  /** The script's file, to which the lines of the host's notes belong. */
  readonly scriptPath: string;
  /** What scripts that were instrumented told. */
  readonly script?: TracedSource | null;
  /** What was told of calls and copies over the boundary. */
  readonly crossings?: CrossingHistory | null;
}

/** Paths as the learner knows them: the program's own folder is left out. */
export const learnersPath = (path: string): string => path.replace(/^\/program\//, '');

/** Makes a moment of what the engine answers for a step. `read` reads memory at it. */
export function momentOf(
  raw: RawMoment,
  facts: RunFacts,
  read: (address: number, length: number) => Uint8Array,
  step: number,
): Moment {
  const state = stateAt(raw, facts, read, step);
  const value = (from: RawValue): Value => toValue(from, state, value);
  const variable = ({ role, line, changed, value: shown }: RawVariable): Variable => ({
    ...{ role, line, changed },
    value: value(shown),
  });
  const programFrames: Frame[] = raw.frames.map((frame) => ({
    name: frame.name,
    place: placeOf(frame.place),
    isLibrary: frame.isLibrary,
    isInlined: frame.isInlined,
    bytes: frameBytes(frame, state),
    variables: frame.variables.map(variable),
  }));
  const calls = raw.frames.map(({ call }) => call);
  const frames = withScriptFrames(programFrames, calls, facts.script, step);
  const place = placeAt(raw.at, facts, step);
  const moment = {
    step,
    state,
    place,
    next: nextInWords(raw.at, place),
    changes: [...raw.changes.map(changeOf), ...otherChanges(raw)],
    frames,
    globals: raw.globals.map(variable),
    output: raw.output,
    findings: raw.findings.map((finding) =>
      describeFinding(
        finding,
        (at) => placeAt(at, facts),
        (at) => callerOf(at, facts.script),
      ),
    ),
  };
  const { script, crossings } = facts;
  const around = {
    ...moment,
    accesses: script ? accessesBefore(step, raw.before, script.history) : [],
    called: crossings?.calledAt(step) ?? [],
  };
  return { ...moment, did: describeStep(raw, around, raw.before && placeAt(raw.before, facts, step - 1)) };
}

/** The step of the statement that goes on in a step; null where none does. */
const statementOf = (at: Pick<RawStep, 'note'> | null): number | null =>
  at?.note && noteKinds[at.note[0]] === 'goes-on' ? at.note[2] : null;

/** What the step before did to views; where a statement went on in it, it may have said before what it stores. */
function accessesBefore(step: number, before: RawStep | null, history: ScriptHistory): readonly ScriptAccess[] {
  const begun = statementOf(before);
  const elements = begun === null ? [] : history.accessesIn(begun).filter(({ method }) => method === null);
  return [...elements, ...history.accessesIn(step - 1)];
}

/** Where a step stands: in C++, or in the script. What a script did belongs to the statement that ran, if that is known. */
export function placeAt({ place, note }: RawStep, facts: RunFacts, step?: number): CodePlace | null {
  if (place) return placeOf(place);
  if (!note) return null;
  const { script } = facts;
  const begun = statementOf({ note });
  const site = begun === null ? note[2] : script?.history.siteAt(script.history.momentAt(begun));
  if (script && (begun !== null || noteKinds[note[0]] === 'statement')) {
    const exact = placeOfSite(script, site ?? null);
    if (exact) return exact;
  }
  if (note[1] === 0) return null;
  const running = script && step !== undefined ? script.history.siteAt(script.history.momentAt(step)) : null;
  const statement = script ? placeOfSite(script, running) : null;
  const path = statement?.line === note[1] ? statement.path : facts.scriptPath;
  return { path, line: note[1], column: 0 };
}

const placeOf = (place: RawPlace | null): CodePlace | null =>
  place && { path: learnersPath(place.path), line: place.line, column: place.column };

const rangeOf = (start: number, size: number): ByteRange => ({
  start: toAddress(start),
  end: toAddress(start + Math.max(0, size)),
});

/** The outermost frame ends where the stack does; where that is not known, its bytes are not. */
function frameBytes({ start, end }: RawMoment['frames'][number], { layout }: MemoryState): ByteRange | null {
  const stop = end ?? layout.stack?.end ?? null;
  return start === null || stop === null ? null : rangeOf(start, stop - start);
}

const changeOf = ({ address, before, after }: RawMoment['changes'][number]): Change => ({
  range: rangeOf(address, after.length / 2),
  before: bytesOf(before),
  after: bytesOf(after),
});

/** What was changed of memories beside the first. */
const otherChanges = ({ otherMemories }: RawMoment): readonly Change[] =>
  otherMemories.flatMap(({ changes }, index) =>
    changes.map((change) => changeOf({ ...change, address: (index + 1) * memorySpan + change.address })),
  );

function bytesOf(hexadecimal: string): Uint8Array {
  return Uint8Array.from({ length: hexadecimal.length / 2 }, (_, index) =>
    Number.parseInt(hexadecimal.slice(index * 2, index * 2 + 2), 16),
  );
}

function stateAt(
  raw: RawMoment,
  { state, heapEndAt }: RunFacts,
  read: (address: number, length: number) => Uint8Array,
  step: number,
): MemoryState {
  const { layout } = state;
  const stackPointer = raw.stackPointer ?? layout.stack?.end ?? null;
  const frameLow = lowest([stackPointer, ...raw.frames.map(({ start }) => start)]);
  const [liveBlocks, liveBytes, freedBlocks, freedBytes] = raw.heap;
  const kept = heapEndAt === null ? new Uint8Array() : read(heapEndAt, 4);
  const heapEnd = kept.length < 4 ? null : new DataView(kept.buffer, kept.byteOffset).getUint32(0, true);
  return {
    // Two steps never share a number with each other, nor with a live state, which counts upwards from 1.
    step: -1 - step,
    pages: raw.pages,
    ...(raw.otherMemories.length > 0 && { otherPages: raw.otherMemories.map(({ pages }) => pages) }),
    maximumPages: state.maximumPages,
    layout,
    stackPointer: frameLow,
    stackLow: lowest([raw.stackLow, frameLow]),
    heapEnd: heapEnd === null ? null : toAddress(Math.max(heapEnd, layout.heapBase ?? 0)),
    blocks: raw.blocks.map(([id, address, size, live, by, within]) => ({
      ...{ id, size, address: toAddress(address) },
      state: live ? 'live' : 'freed',
      allocatedBy: allocators[by] ?? 'malloc',
      ...(within > 0 && { within }),
    })),
    heap: { liveBlocks, liveBytes, freedBlocks, freedBytes },
    growths: raw.growths.map(([from, to], index) => ({ from, to, by: state.growths[index]?.by ?? 'program' })),
    views: viewsAt(raw, state, step),
    handles: handlesAt(state.handles, step),
  };
}

/** The lowest of the addresses that are known. */
function lowest(addresses: readonly (number | null)[]): Address | null {
  const known = addresses.filter((address) => address !== null);
  return known.length === 0 ? null : toAddress(Math.min(...known));
}

/** Those that were there; those that are detached by what is still to come are live. */
function viewsAt(raw: RawMoment, { views }: MemoryState, step: number): MemoryState['views'] {
  const isDetached = ({ state }: MemoryView) => {
    if (state.kind === 'live') return false;
    return state.growth === null ? state.inStep <= step : state.growth < raw.growths.length;
  };
  return views
    .filter(({ madeInStep }) => madeInStep <= step)
    .map((view) =>
      isDetached(view) ? view : { ...view, length: lengthIn(view, raw.pages), state: { kind: 'live' as const } },
    );
}

/** Elements of a view in a memory of so many pages: one that tracks growth reaches to its end. */
function lengthIn({ tracksLength, byteOffset, bytesPerElement, length }: MemoryView, pages: number): number {
  return tracksLength ? Math.floor((pages * pageSize - byteOffset) / bytesPerElement) : length;
}

/** What Embind's C++ calls a pointer, so that it has a type of its own: the number under which JavaScript keeps a value. */
const handleType = 'emscripten::EM_VAL';

function toValue(raw: RawValue, state: MemoryState, part: (from: RawValue) => Value): Value {
  const isHandle = raw.type === handleType && raw.pointsTo !== null;
  return {
    name: raw.name,
    type: raw.type,
    text: isHandle ? `handle ${raw.pointsTo}` : raw.text,
    state: raw.state,
    range: raw.address === null ? null : rangeOf(raw.address, raw.size),
    pointsTo: raw.pointsTo === null || isHandle ? null : pointsTo(raw.pointsTo, Math.max(raw.pointsToSize, 1), state),
    isRaw: raw.isRaw,
    isCut: raw.isCut,
    parts: raw.parts.map(part),
  };
}

function pointsTo(address: number, size: number, state: MemoryState): PointsTo {
  const range = rangeOf(address, size);
  const { layout } = state;
  const within = (part: ByteRange | null) => part !== null && address >= part.start && address < part.end;
  const block = state.blocks.findLast(
    (candidate) => address >= candidate.address && address < candidate.address + Math.max(candidate.size, 1),
  );
  const what = (): string => {
    if (address === 0) return 'null';
    if (address >= state.pages * pageSize) return 'outside of memory';
    if (block) return block.state === 'live' ? `block ${block.id}` : `block ${block.id} (freed)`;
    if (within(layout.stack)) return 'stack';
    if (within(layout.data)) return 'data';
    const { heapBase, stack, data } = layout;
    if (heapBase === null || state.heapEnd === null) return 'memory';
    if (address >= heapBase) return address < state.heapEnd ? 'heap, in no block' : 'free memory';
    const isFirst = stack !== null && data !== null && address < Math.min(stack.start, data.start);
    return isFirst ? 'memory left empty' : 'unused memory'; // as the map calls it
  };
  return { range, what: what() };
}
