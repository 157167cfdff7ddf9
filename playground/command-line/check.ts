import { runInNode } from '../session/node/run-in-node.ts';
import { formatAddress } from '../trace/address-text.ts';
import type { ReplayEngine } from '../trace/replay-engine.ts';
import type { RecordedRun, RunSetting } from './record-run.ts';

/** Real memory beside replayed memory, at one step. */
export interface Comparison {
  readonly step: number;
  /** The real memory: of a run that was stopped at the step, of the recorded run's end, of the plain module's end. */
  readonly with: 'a run stopped there' | 'the end of the run' | 'the end of the plain module';
  /** Bytes compared. */
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
    const difference = isThere ? findDifference(engine, step, stopped.memory) : 'it did not stop: runs differ';
    yield { step, with: 'a run stopped there', bytes: isThere ? stopped.memory.length : 0, difference };
  }
  const atEnd = { step: steps, bytes: run.memory.length };
  if (isWhole) {
    yield { ...atEnd, with: 'the end of the run', difference: findDifference(engine, steps, run.memory) };
  }
  if (outcome.status === 'stopped') return; // the plain module would go on
  const plain = await runInNode({ ...setting, stdout() {}, stderr() {}, rewritten: false });
  const difference = firstDifference(plain.memory, run.memory, 0);
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

function findDifference(replay: ReplayEngine, step: number, real: Uint8Array): string | null {
  replay.seek(step);
  const size = replay.pages * 65_536;
  if (size !== real.length) return `memory has ${real.length} bytes, replayed ${size}`;
  for (let at = 0; at < size; at += chunk) {
    const part = real.subarray(at, at + chunk);
    const difference = firstDifference(part, replay.read(at, part.length), at);
    if (difference !== null) return difference;
  }
  return null;
}

function firstDifference(real: Uint8Array, other: Uint8Array, start: number): string | null {
  if (real.length !== other.length) return `memory has ${real.length} bytes, recorded ${other.length}`;
  if (Buffer.compare(real, other) === 0) return null;
  const at = real.findIndex((byte, index) => byte !== other[index]);
  return `at ${formatAddress(start + at)} memory has ${real[at]}, the recording ${other[at]}`;
}
