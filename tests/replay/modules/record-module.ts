import { openRecorder } from '../../../playground/session/host/recorder.ts';
import type { LogMessage } from '../../../playground/session/replay/log-message.ts';
import { otherMemories } from '../../../playground/trace/log-memory.ts';
import { memorySpan } from '../../../playground/trace/memory-state.ts';
import { replayed } from '../exactness.ts';
import { unlimited } from '../perform.ts';
import { decodeLog } from './decode-log.ts';
import type { ModuleCase } from './module-case.ts';

/** What a run of a module by hand logged, and how its replay compares with its memory. */
export interface RecordedModule {
  readonly log: readonly string[];
  readonly problems: readonly string[];
  /** Sections of the log. */
  readonly sections: number;
}

/** Runs a module without any host, and decodes its log. */
export async function recordModule(engine: WebAssembly.Module, { wasm, run }: ModuleCase): Promise<RecordedModule> {
  const messages: LogMessage[] = [];
  const opened = await openRecorder(wasm, engine, {
    budget: Number.POSITIVE_INFINITY,
    stepLimit: unlimited,
    post: (message) => messages.push(message),
  });
  if (!opened.ok) throw new Error(opened.reason);
  const { recorder } = opened;
  const imported: { call: (value: number) => void } = { call() {} };
  const instance = new WebAssembly.Instance(recorder.runnable.module, {
    env: { call: (value: number) => imported.call(value) },
  });
  recorder.attach(instance);
  const { log } = recorder;
  if (!log) throw new Error('nothing is recorded');
  const told: string[] = [];
  recorder.onBoundary((entering) => told.push(entering ? 'entered' : 'left'));
  const exports = instance.exports as Parameters<ModuleCase['run']>[0];
  run(exports, {
    log,
    told,
    onCall: (call) => {
      imported.call = call;
    },
  });
  log.take();
  const parts = messages.flatMap((message) => {
    if (message.kind === 'part') return [message.words];
    return message.kind === 'section' ? [message.section.words] : [];
  });
  const words = new Uint32Array(parts.flatMap((part) => [...part]));
  const replay = await replayed(engine, wasm, messages);
  replay.seek(replay.steps);
  const problems = replay.incompleteSections > 0 ? ['memory changed and no record says so'] : [];
  for (const [index, { buffer }] of [exports.memory, ...otherMemories(instance.exports)].entries()) {
    const memory = new Uint8Array(buffer);
    const pages = index === 0 ? replay.pages : replay.otherPages[index - 1];
    if (pages !== memory.length / 65_536) problems.push(`memory ${index} has ${pages} pages`);
    const replayedMemory = replay.read(index * memorySpan, memory.length);
    if (replayedMemory.length !== memory.length) problems.push(`${replayedMemory.length} bytes, not ${memory.length}`);
    let differs = -1; // a loop: there may be many millions
    for (let at = 0; at < memory.length && differs < 0; at++) if (memory[at] !== replayedMemory[at]) differs = at;
    if (differs >= 0) problems.push(`address ${differs} of memory ${index}`);
  }
  return {
    log: [...decodeLog(words), ...told],
    problems,
    sections: messages.filter(({ kind }) => kind === 'section').length,
  };
}
