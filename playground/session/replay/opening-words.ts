import { allocators } from '../../trace/allocators.ts';
import type { RecordedProgram } from '../../trace/engine.ts';
import type { RunLog } from '../host/run-log.ts';

// Kinds of records, and in a header of an allocator's record the phase above the call: see the engine's log format.
const allocatorRecord = 12;
const allocatorLeave = 1 << 12;
/** In place of a line's header: the frame has come to no line yet. */
const noLine = 0xffff_ffff;

/** Blocks that a recording begins with, at most. */
const mostBlocks = 100_000;
/** Frames that the engine keeps while nothing is recorded. */
const mostFrames = 65_536;

/** Records of the calls that are going on where a recording begins, and how many of them are lines. */
export function frameWords(log: RunLog): { readonly words: readonly number[]; readonly lines: number } {
  const { depth } = log;
  const words: number[] = [];
  let lines = 0;
  if (depth >= mostFrames) return { words, lines };
  const kept = log.frames();
  for (let frame = 1; frame <= depth; frame++) {
    const [enter = 0, line = 0, local = 0, value = 0] = kept.subarray(frame * 4, frame * 4 + 4);
    words.push(enter);
    if (local !== 0) words.push(local, value);
    if (line === noLine) continue;
    words.push(line);
    lines++;
  }
  return { words, lines };
}

/** Records that allocate, and free, the blocks that are there where a recording begins. */
export function heapWords(recorded: RecordedProgram): number[] {
  const words: number[] = [];
  const header = (call: number) => allocatorRecord | (call << 4);
  for (const { address, size, state, allocatedBy } of recorded.blocks(mostBlocks)) {
    const call = Math.max(0, (allocators as readonly string[]).indexOf(allocatedBy));
    const release = allocators.indexOf(allocatedBy === 'announced' ? 'released' : 'free');
    words.push(header(call), ...argumentsFor(allocatedBy, address, size), header(call) | allocatorLeave, address);
    if (state === 'freed') words.push(header(release), address, 0, 0, header(release) | allocatorLeave, 0);
  }
  return words;
}

/** Arguments of a call that allocates so many bytes (C23, 7.24.3; POSIX, `posix_memalign`). */
function argumentsFor(name: string, address: number, size: number): readonly [number, number, number] {
  switch (name) {
    case 'calloc':
      return [size, 1, 0];
    case 'realloc':
    case 'aligned_alloc':
    case 'memalign':
      return [0, size, 0];
    case 'announced':
      return [address, size, 0];
    case 'posix_memalign':
      return [0, 0, size];
    default:
      return [size, 0, 0];
  }
}
