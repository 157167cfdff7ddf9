import { withMemoriesExported } from '../session/host/export-memories.ts';
import type { NodeRun } from '../session/node/node-run.ts';
import { runInNode } from '../session/node/run-in-node.ts';
import { formatAddress } from '../trace/address-text.ts';
import { memorySpan, pageSize } from '../trace/memory-state.ts';
import type { ReplayEngine } from '../trace/replay-engine.ts';
import type { RecordedRun, RunSetting } from './record-run.ts';

/** Real memory beside replayed memory, at one step. */
export interface Comparison {
  readonly step: number;
  /** The real memory: of a run that was stopped at the step, of the recorded run's end, of the plain module's end. */
  readonly with: 'a run stopped there' | 'the end of the run' | 'the end of the plain module';
  /** Bytes compared, of all memories. */
  readonly bytes: number;
  /** In words; null when every byte is the same. */
  readonly difference: string | null;
}

/** Compares at `samples` random steps and at the end, as they are made. */
export async function* compare(
  setting: RunSetting,
  { trace, run, outcome, isWhole }: RecordedRun,
  { samples, seed }: { readonly samples: number; readonly seed: number },
): AsyncIterable<Comparison> {
  const { engine, steps } = trace;
  for (const step of chooseSteps(steps, samples, seed)) {
    const stopped = await runInNode({ ...setting, stdout() {}, stderr() {}, recording: stoppedAt(step) });
    const isThere = stopped.outcome.status === 'stopped';
    const real = isThere ? memoriesOf(stopped) : [];
    const difference = isThere ? findDifference(engine, step, real) : 'it did not stop: runs differ';
    yield { step, with: 'a run stopped there', bytes: bytesOf(real), difference };
  }
  const memories = memoriesOf(run);
  const atEnd = { step: steps, bytes: bytesOf(memories) };
  if (isWhole) {
    yield { ...atEnd, with: 'the end of the run', difference: findDifference(engine, steps, memories) };
  }
  if (outcome.status === 'stopped') return; // the plain module would go on
  const wasm = withMemoriesExported(setting.wasm);
  const plain = await runInNode({ ...setting, wasm, stdout() {}, stderr() {}, rewritten: false });
  const pairs = memoriesOf(plain).map((memory, index) => [memory, memories[index] ?? new Uint8Array()] as const);
  const difference = firstOf(pairs, ([memory, recorded]) => firstDifference(memory, recorded, 0));
  yield { ...atEnd, with: 'the end of the plain module', difference };
}

/** Records nothing that is kept: recording is what counts steps. */
const stoppedAt = (stepLimit: number) => ({ stepLimit, budget: Number.POSITIVE_INFINITY, post() {} });

/** Different steps in ascending order; the same for the same seed. */
function chooseSteps(steps: number, samples: number, seed: number): readonly number[] {
  const chosen = new Set<number>();
  let state = seed % 2_147_483_647 || 1;
  while (chosen.size < Math.min(samples, steps)) {
    state = (state * 48_271) % 2_147_483_647; // Park and Miller's generator
    chosen.add(state % steps);
  }
  return [...chosen].sort((a, b) => a - b);
}

const chunk = 1 << 20;

const memoriesOf = ({ memory, otherMemories }: NodeRun): readonly Uint8Array[] => [memory, ...otherMemories];
const bytesOf = (memories: readonly Uint8Array[]): number => memories.reduce((sum, { length }) => sum + length, 0);

/** The first difference of all memories, in words that name the memory where it is not the first one. */
function firstOf<Memory>(memories: readonly Memory[], find: (memory: Memory, index: number) => string | null) {
  for (const [index, memory] of memories.entries()) {
    const difference = find(memory, index);
    if (difference !== null) return index === 0 ? difference : `memory ${index}: ${difference}`;
  }
  return null;
}

function findDifference(replay: ReplayEngine, step: number, memories: readonly Uint8Array[]): string | null {
  replay.seek(step);
  const sizes = [replay.pages, ...replay.otherPages];
  return firstOf(memories, (real, index) => {
    const size = (sizes[index] ?? 0) * pageSize;
    if (size !== real.length) return `memory has ${real.length} bytes, replayed ${size}`;
    for (let at = 0; at < size; at += chunk) {
      const part = real.subarray(at, at + chunk);
      const difference = firstDifference(part, replay.read(index * memorySpan + at, part.length), at);
      if (difference !== null) return difference;
    }
    return null;
  });
}

function firstDifference(real: Uint8Array, other: Uint8Array, start: number): string | null {
  if (real.length !== other.length) return `memory has ${real.length} bytes, recorded ${other.length}`;
  if (Buffer.compare(real, other) === 0) return null;
  const at = real.findIndex((byte, index) => byte !== other[index]);
  return `at ${formatAddress(start + at)} memory has ${real[at]}, the recording ${other[at]}`;
}
