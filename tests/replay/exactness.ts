import { giveLog, type LogMessage } from '../../playground/session/replay/log-message.ts';
import { memorySpan, pageSize } from '../../playground/trace/memory-state.ts';
import { openReplay, type ReplayEngine } from '../../playground/trace/replay-engine.ts';
import { type Manner, type Performance, unlimited } from './perform.ts';

/** What a comparison found: `problems` is empty when every byte was the same. */
export interface Exactness {
  readonly problems: readonly string[];
  /** Steps of the run; steps at which memory was compared. */
  readonly steps: number;
  readonly compared: number;
  readonly outcome: Performance['outcome'];
  readonly output: string;
}

/** Replays what a run recorded. */
export async function replayed(
  engine: WebAssembly.Module,
  wasm: Uint8Array,
  messages: readonly LogMessage[],
): Promise<ReplayEngine> {
  const [begin] = messages;
  if (begin?.kind !== 'begin') throw new Error('nothing was recorded');
  const replay = await openReplay(engine, wasm, begin.recording);
  if (replay.status !== 'ready') throw new Error(replay.reason);
  replay.begin(begin.pages, 65_536, begin.section, begin.others);
  for (const message of messages) giveLog(message, replay);
  return replay;
}

/**
 * Records a whole run, and compares its replay with the real memory: at the end with this run's and with that of the
 * module as the linker wrote it; at `places` steps along the run with runs that the limit of steps ends there.
 */
export async function compareWithReal(
  engine: WebAssembly.Module,
  wasm: Uint8Array,
  run: (manner: Manner) => Promise<Performance>,
  places: number,
): Promise<Exactness> {
  const problems: string[] = [];
  const tell = (where: string, problem: string | null) => problem && problems.push(`${where}: ${problem}`);
  const whole = await run({ recorded: true, stepLimit: unlimited });
  const replay = await replayed(engine, wasm, whole.messages);
  const { steps } = replay;
  if (replay.incompleteSections > 0) problems.push('memory changed and no record says so');
  replay.seek(steps);
  tell('at the end', difference(whole, replay));
  const plain = await run({ recorded: false });
  for (const [index, memory] of memoriesOf(plain).entries()) {
    tell(`beside memory ${index} of the plain module`, firstDifference(memory, memoriesOf(whole)[index]));
  }
  if (plain.output !== whole.output) problems.push(`prints ${whole.output}, not ${plain.output}`);
  if (plain.outcome.status !== whole.outcome.status) problems.push(`ends as ${whole.outcome.status}`);

  let compared = 0;
  let seed = steps;
  for (let place = 0; place < places; place++) {
    seed = (seed * 48_271 + 11) % 2_147_483_647;
    const step = lineFrom(replay, place === 0 ? 0 : seed % steps);
    if (step === null) continue;
    replay.seek(step);
    const stopped = await run({ recorded: true, stepLimit: step });
    if (!stopped.messages.some(({ kind }) => kind === 'end')) problems.push(`goes on at step ${step}`);
    tell(`at step ${step} of ${steps}`, difference(stopped, replay));
    compared++;
  }
  return { problems, steps, compared, outcome: whole.outcome, output: whole.output };
}

/** The first line of the program from a step on: runs end before lines, not before what scripts do. */
function lineFrom(replay: ReplayEngine, step: number): number | null {
  for (let at = step; at < replay.steps; at++) {
    replay.seek(at);
    if (!replay.moment().at.note) return at;
  }
  return null;
}

/** The first byte of the memories that is another in the replay, or null. */
function difference(performed: Performance, replay: ReplayEngine): string | null {
  const pages = [replay.pages, ...replay.otherPages];
  for (const [index, real] of memoriesOf(performed).entries()) {
    if (real.length !== (pages[index] ?? 0) * pageSize)
      return `${real.length / pageSize} pages, replayed ${pages[index]}`;
    const found = firstDifference(real, replay.read(index * memorySpan, real.length));
    if (found !== null) return index === 0 ? found : `memory ${index}: ${found}`;
  }
  return null;
}

export const memoriesOf = ({ memory, otherMemories }: Performance): readonly Uint8Array[] => [memory, ...otherMemories];

export function firstDifference(real: Uint8Array, other: Uint8Array | undefined): string | null {
  if (real.length !== other?.length) return `${real.length} bytes, and ${other?.length ?? 'none'}`;
  // A plain loop: a call for each of these millions of bytes takes longer than the run.
  for (let at = 0; at < real.length; at++) {
    if (real[at] !== other[at]) return `0x${at.toString(16)} holds ${real[at]}, replayed ${other[at]}`;
  }
  return null;
}
