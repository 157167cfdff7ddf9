import { LogReceiver } from '../../../playground/session/replay/log-receiver.ts';
import { LongTrace } from '../../../playground/session/replay/long-trace.ts';
import { memorySpan, toAddress } from '../../../playground/trace/memory-state.ts';
import { firstDifference, memoriesOf } from '../exactness.ts';
import { type Manner, type Performance, unlimited } from '../perform.ts';

/** Bytes of log after which the recording ends. */
const budget = 4000;

/**
 * Compares all memories of a run that is longer than its recording with runs that were stopped, at `places` steps that it is
 * run again for, and at its end. Tells what differs.
 */
export async function compareRerun(
  engine: WebAssembly.Module,
  wasm: Uint8Array,
  run: (manner: Manner) => Promise<Performance>,
  places: number,
): Promise<readonly string[]> {
  const long = await run({ recorded: true, stepLimit: unlimited, budget });
  const receiver = new LogReceiver(engine, wasm);
  for (const message of long.messages) receiver.receive(message);
  await receiver.until(long.messages.length);
  const trace = long.state && (await receiver.trace({ state: long.state, scriptPath: 'lab.js' }));
  if (!(trace instanceof LongTrace)) return ['nothing is run again'];
  const problems: string[] = [];
  for (let place = 1; place <= places + 1; place++) {
    const step = Math.floor((trace.steps * place) / (places + 1));
    const real = place > places ? long : await run({ recorded: true, stepLimit: step });
    const { state } = await trace.at(step);
    const pages = [state.pages, ...(state.otherPages ?? [])];
    for (const [index, memory] of memoriesOf(real).entries()) {
      if (pages[index] !== memory.length / 65_536)
        problems.push(`step ${step}: memory ${index} has ${pages[index]} pages`);
      const start = index * memorySpan;
      const read = await trace.read(step, { start: toAddress(start), end: toAddress(start + memory.length) });
      const difference = firstDifference(memory, read);
      if (difference !== null) problems.push(`step ${step}: memory ${index}: ${difference}`);
    }
  }
  return problems;
}
