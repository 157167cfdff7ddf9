import type { LogMessage } from '../../../../playground/session/replay/log-message.ts';
import { pieceSize } from '../../../../playground/trace/log.ts';
import type { ReplayTrace } from '../../../../playground/trace/replay-trace.ts';
import type { Trace } from '../../../../playground/trace/trace.ts';
import type { Platform } from './platform.ts';
import type { BenchProgram } from './program-run.ts';
import { recordRun } from './recorded-run.ts';
import { randomNumbers, timeEach } from './tries.ts';

const tries = { seek: 300, neighbour: 60, moment: 60, overview: 9, write: 60, warmUp: 3, later: 15, last: 7 };
/** Steps of one walk: a step alone is shorter than a browser's clock can tell. */
const walked = 200;
/** Parts of an overview: as many as a wide window has pixels. */
const buckets = 1440;

export type Replay = Awaited<ReturnType<typeof measureReplay>>;

/** Records a run as the page does, and asks its replay. Times are milliseconds of each try. */
export async function measureReplay(platform: Platform, program: BenchProgram) {
  const { messages, trace, recorded, received, log, pieces } = await recordRun(platform, program);
  const [begin] = messages;
  return {
    recording: begin?.kind === 'begin' ? begin.recording : 'none',
    records: recorded.engine.records,
    steps: recorded.steps,
    allSteps: trace.steps,
    log,
    pieces,
    received,
    ...(await askRecording(recorded, changedAddresses(messages))),
    ...(await askLater(trace, recorded.steps)),
  };
}

async function askRecording(trace: ReplayTrace, addressAt: (random: number) => number) {
  const { engine, steps } = trace;
  const random = randomNumbers();
  const seek = () => engine.seek(random(steps));
  const findWrite = (from: number, forward: boolean) => {
    const first = addressAt(random(2 ** 31));
    return engine.find(from, forward, { kind: 'write', first, second: first + 4 });
  };
  let start = 0;
  const walks = await timeEach(
    tries.neighbour,
    (index) => {
      for (let step = 1; step <= walked; step++) engine.seek(index % 2 === 0 ? start + step : start - step);
    },
    () => {
      start = walked + random(steps - 2 * walked);
      engine.seek(start);
    },
  );
  return {
    seek: await timeEach(tries.seek, seek),
    neighbour: walks.map((time) => time / walked),
    moment: await timeEach(tries.moment, () => engine.moment(), seek),
    panels: await timeEach(tries.moment, () => trace.at(random(steps))),
    overview: await timeEach(tries.overview, () => trace.overview(buckets)),
    nextWrite: await timeEach(tries.write, () => findWrite(random(steps), true)),
    lastWrite: await timeEach(tries.write, () => findWrite(random(steps), false)),
  };
}

/** Asks steps after the recording: random ones, and the last. None when the recording is complete. */
async function askLater(trace: Trace, recorded: number) {
  if (trace.steps === recorded) return { later: [], last: [] };
  const random = randomNumbers();
  const first = async () => void (await trace.at(recorded + 1));
  const askRandom = () => trace.at(recorded + 1 + random(trace.steps - recorded));
  await timeEach(tries.warmUp, askRandom); // until the browser has better code for the program than its first
  return {
    later: await timeEach(tries.later, askRandom),
    last: await timeEach(tries.last, () => trace.at(trace.steps), first),
  };
}

/** Chooses an address of the pieces of memory that changed, by a number. */
function changedAddresses(messages: readonly LogMessage[]): (random: number) => number {
  const changed = new Set<number>();
  for (const message of messages) {
    if (message.kind === 'section') for (const piece of message.section.pieces) changed.add(piece);
  }
  const pieces = [...changed];
  return (random) => {
    const piece = pieces[random % pieces.length] ?? 0;
    return piece * pieceSize + (Math.floor(random / pieces.length) % (pieceSize / 4)) * 4;
  };
}
