import type { Bound } from '../lesson/exercise.ts';
import { type Block, type MemoryState, toAddress } from '../trace/memory-state.ts';
import type { Trace } from '../trace/trace.ts';
import { counted, formatAddress, formatSize } from '../view-model/hexadecimal.ts';
import type { Attempt, Verdict } from './attempt.ts';
import { failedWhere } from './first-step.ts';
import { compares, failed, passed, placed, wanted } from './verdict.ts';

/** Blocks that a verdict names. */
const named = 3;

/** Blocks that are live at the end, and that no global object frees when it is destroyed. */
export async function decideLeak(attempt: Attempt): Promise<Verdict> {
  const { heap, blocks } = attempt.state;
  if (heap.liveBlocks === 0) return passed;
  await attempt.trace(); // of the run, without its exit
  const atExit = attempt.outcome.status === 'finished' ? (await attempt.exit()).blocks : blocks;
  const stillLive = new Set(live(atExit).map(({ id }) => id));
  const left = await allocatedByLines(
    live(blocks).filter(({ id }) => stillLive.has(id)),
    attempt,
  );
  if (left.length === 0) return passed;
  const count = heap.liveBlocks - live(blocks).length + left.length;
  return failedAtLoss(`${counted(count, 'block')} not freed: ${inWords(left, count)}.`, left, attempt);
}

/**
 * Without the first blocks that no line of the program allocated: before `main` libc copies the environment, for good, where anything asks
 * for it, as the locale of a stream does.
 */
async function allocatedByLines(left: readonly Block[], attempt: Attempt): Promise<readonly Block[]> {
  const trace = await attempt.trace();
  for (const [index, block] of left.entries())
    if (!trace || (await allocationOf(block, trace))?.place) return left.slice(index);
  return [];
}

export async function decideLiveBlocks(bound: Bound, attempt: Attempt): Promise<Verdict> {
  const { heap, blocks } = attempt.state;
  const { liveBlocks } = heap;
  if (compares(liveBlocks, bound)) return passed;
  if (liveBlocks === 0) return failed(`No block is live at the end. Wanted: ${wanted(bound)}.`);
  const words = `Live at the end: ${counted(liveBlocks, 'block')}: ${inWords(live(blocks), liveBlocks)}. Wanted: ${wanted(bound)}.`;
  return liveBlocks > bound.count ? failedAtLoss(words, live(blocks), attempt) : failed(words);
}

export async function decideAllocations(bound: Bound, attempt: Attempt): Promise<Verdict> {
  const { heap, blocks } = attempt.state;
  const all = heap.liveBlocks + heap.freedBlocks;
  if (compares(all, bound)) return passed;
  const found = all === 0 ? 'no block' : `${counted(all, 'block')}: ${inWords(blocks, all)}`;
  const words = `The program allocated ${found}. Wanted: ${wanted(bound)}.`;
  if (all < bound.count) return failed(words);
  const isMore = ({ heap: now }: MemoryState) => now.liveBlocks + now.freedBlocks > bound.count;
  return failedWhere(words, attempt, 'heap', 'allocation', isMore);
}

/** Where the last pointer to a block went that nothing leads to; else where the oldest live block was allocated. */
async function failedAtLoss(words: string, left: readonly Block[], attempt: Attempt): Promise<Verdict> {
  const findings = (await (await attempt.trace())?.findings()) ?? [];
  const leak = findings.find(({ kind }) => kind === 'leak');
  if (!leak) return failedAtAllocation(words, left[0], attempt);
  const { cause } = leak;
  if (!cause?.place) return failed(words, leak.place, { step: leak.step, panel: 'heap' });
  const lost = `${words} In line ${cause.place.line} of ${cause.place.path}, ${cause.text.replace(/ here$/, '')}.`;
  return failed(lost, cause.place, { step: cause.step, panel: 'heap' });
}

/** With the step that allocated a block. */
export async function failedAtAllocation(words: string, block: Block | undefined, attempt: Attempt): Promise<Verdict> {
  const trace = block && (await attempt.trace());
  if (!trace) return failed(words);
  const allocated = await allocationOf(block, trace);
  return allocated ? placed(failed(words), allocated, 'heap') : failed(words);
}

/** Where a block was allocated that is live at the end; null where that is not recorded. */
async function allocationOf(block: Block, trace: Trace) {
  const range = { start: block.address, end: toAddress(block.address + Math.max(block.size, 1)) };
  const { block: life } = await trace.history(trace.steps, range, 1);
  return life?.id === block.id ? life.allocated : null;
}

const live = (blocks: MemoryState['blocks']): readonly Block[] => blocks.filter(({ state }) => state === 'live');

/** The first of some blocks; `all` counts them all. */
function inWords(blocks: readonly Block[], all: number): string {
  const words = blocks
    .slice(0, named)
    .map(
      ({ id, size, address, allocatedBy }) =>
        `block ${id} (${formatSize(size)} at ${formatAddress(address)}, from ${allocatedBy})`,
    );
  if (all > words.length) words.push(`and ${all - words.length} more`);
  return words.join(', ');
}
