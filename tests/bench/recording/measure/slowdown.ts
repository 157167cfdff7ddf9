import { release } from '../../../../playground/trace/log.ts';
import type { Platform } from './platform.ts';
import { type BenchProgram, everything, openRun, sizeOf, timeStart } from './program-run.ts';

/** How a program runs: as the linker wrote it; rewritten, when its recording is full; and when all is recorded. */
const manners = ['plain', 'idle', 'recording', 'loads'] as const;
type Manner = (typeof manners)[number];

export interface Slowdown {
  /** Milliseconds of each round. */
  readonly times: Readonly<Record<Manner, readonly number[]>>;
  readonly steps: number;
  /** Bytes of a recording. */
  readonly log: number;
  readonly pieces: number;
}

/**
 * Runs a program in every manner, one after the other, so often, each time without code from an earlier run. The first
 * round is not counted: in it the host itself gets its code. What a recording passes on is given back at once, as by a
 * replay that keeps up with it; how fast one is, `measureReplay` tells.
 */
export async function measureSlowdown(platform: Platform, program: BenchProgram, rounds: number): Promise<Slowdown> {
  const times: Record<Manner, number[]> = { plain: [], idle: [], recording: [], loads: [] };
  let recorded = { steps: 0, log: 0, pieces: 0 };
  for (let round = 0; round <= rounds; round++) {
    for (const manner of manners) {
      const size = { log: 0, pieces: 0 };
      const run = await openRun(platform, program, recordingOf(manner, size));
      const milliseconds = timeStart(run);
      if (round > 0) times[manner].push(milliseconds);
      if (manner === 'recording') recorded = { steps: run.steps(), ...size };
    }
  }
  return { times, ...recorded };
}

function recordingOf(manner: Manner, size: { log: number; pieces: number }) {
  if (manner === 'plain') return undefined;
  return {
    budget: manner === 'idle' ? 0 : everything,
    loads: manner === 'loads',
    post(message: Parameters<typeof sizeOf>[0]) {
      const { log, pieces } = sizeOf(message);
      size.log += log;
      size.pieces += pieces;
      if (message.kind === 'part') release(message.words);
    },
  };
}
