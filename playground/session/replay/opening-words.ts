import { allocators } from '../../trace/allocators.ts';
import type { Block } from '../../trace/memory-state.ts';
import type { RawLine } from '../../trace/raw-survey.ts';
import type { RunLog } from '../host/run-log.ts';
import type { BlockLives } from './block-lives.ts';

// Kinds of records, and in a header of an allocator's record the phase above the call: see the engine's log format.
const lineRecord = 0;
const enterRecord = 1;
const exitRecord = 2;
const store4Record = 5;
const allocatorRecord = 12;
const allocatorLeave = 1 << 12;
/** In place of a line's header: the frame has come to no line yet. */
const noLine = 0xffff_ffff;

/** Frames that the engine keeps while nothing is recorded. */
const mostFrames = 65_536;

/** An open frame: headers of its `enter` record, of its line and of its local, and that local's value. */
type KeptFrame = readonly [enter: number, line: number, local: number, value: number];

/** What a recording begins with that starts in the middle of a run: records of what is there already. */
export interface Opening {
  readonly words: Uint32Array<ArrayBuffer>;
  /** The step of the run for each step in it; null where it is not known. */
  readonly steps: readonly (number | null)[];
  /** The run's ids of the blocks in it, in the order in which they are allocated there. */
  readonly ids: readonly number[];
}

/** The frames that are open now, outermost first; none where there are more than are kept. */
export function openFrames(log: RunLog): readonly KeptFrame[] {
  const { depth } = log;
  if (depth >= mostFrames) return [];
  const kept = log.frames();
  return Array.from({ length: depth }, (_, index) => {
    const [enter = 0, line = 0, local = 0, value = 0] = kept.subarray((index + 1) * 4, (index + 2) * 4);
    return [enter, line, local, value];
  });
}

/**
 * Opens these frames, and allocates and releases these blocks, each at its line where that is known. `lines` are the
 * steps of the frames' lines, of those that have one; `wordAt` reads memory.
 */
export function openingOf(
  frames: readonly KeptFrame[],
  blocks: readonly Block[],
  lives: BlockLives,
  lines: readonly (number | null)[],
  wordAt: (address: number) => number,
): Opening {
  const words: number[] = [];
  const steps: (number | null)[] = [];
  const { main } = lives;
  const mainFrame = main && frames[main[1] - 1]?.[0] === (enterRecord | (main[0] << 4)) ? main[1] - 1 : -1;
  const early = mainFrame < 0 ? blocks.length : blocks.filter(({ id }) => id <= (main?.[2] ?? 0)).length;
  // Blocks begin and end in calls of a function that is not `main`, which ends what it leaves behind.
  const caller = main?.[0] === 0 ? 1 : 0;
  const enter = (line: RawLine | null) => {
    words.push(enterRecord | (caller << 4));
    if (!line || line[1] === null) return;
    words.push(lineRecord | (line[1] << 4));
    steps.push(line[0]);
  };
  const exit = () => words.push(exitRecord | (caller << 4));
  const tellBlocks = (from: number, to: number) => {
    for (const block of blocks.slice(from, to)) {
      const { allocated, released } = lives.of(block.id);
      enter(allocated);
      allocate(words, block);
      exit();
      if (block.state === 'live') continue;
      enter(released);
      release(words, block);
      exit();
    }
  };
  // The allocator writes again what it wrote before: nothing changes, but whose words these are is known.
  enter(null);
  words.push(headerOf(0), 0, 0, 0);
  for (const address of lives.allocatorWords) words.push(store4Record, address, wordAt(address));
  words.push(headerOf(0) | allocatorLeave, 0);
  exit();
  tellBlocks(0, early);
  let next = 0;
  for (const [index, [enter, line, local, value]] of frames.entries()) {
    words.push(enter);
    if (index === mainFrame) tellBlocks(early, blocks.length);
    if (local !== 0) words.push(local, value);
    if (line === noLine) continue;
    words.push(line);
    steps.push(lines[next++] ?? null);
  }
  return { words: Uint32Array.from(words), steps, ids: blocks.map(({ id }) => id) };
}

const headerOf = (call: number): number => allocatorRecord | (call << 4);

/** A call that allocates so many bytes (C23, 7.24.3; POSIX, `posix_memalign`; `pagewise/allocator.h`). */
function allocate(words: number[], { address, size, allocatedBy }: Block): void {
  const header = headerOf(Math.max(0, (allocators as readonly string[]).indexOf(allocatedBy)));
  switch (allocatedBy) {
    case 'calloc':
      words.push(header, size, 1, 0);
      break;
    case 'realloc':
    case 'aligned_alloc':
    case 'memalign':
      words.push(header, 0, size, 0);
      break;
    case 'posix_memalign':
      words.push(header, 0, 0, size);
      break;
    case 'announced':
      words.push(header, address, size, 0);
      break;
    default:
      words.push(header, size, 0, 0);
  }
  words.push(header | allocatorLeave, address);
}

function release(words: number[], { address, allocatedBy }: Block): void {
  const header = headerOf(allocators.indexOf(allocatedBy === 'announced' ? 'released' : 'free'));
  words.push(header, address, 0, 0, header | allocatorLeave, 0);
}
