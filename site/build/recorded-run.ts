import { findRuntime } from '../../playground/session/node/find-runtime.ts';
import type { RecordedLog } from '../../playground/session/node/node-recording.ts';
import { type LogMessage, logSizeOf } from '../../playground/session/replay/log-message.ts';
import { ReceivedLog } from '../../playground/session/replay/received-log.ts';
import { pageSize, toAddress } from '../../playground/trace/memory-state.ts';
import { openReplayNow } from '../../playground/trace/replay-engine.ts';
import type { ReplayTrace } from '../../playground/trace/replay-trace.ts';
import type { ExecutedProgram, Snapshot } from './executed-program.ts';
import type { LiveProgram } from './live-program.ts';

/** What a run left, as plain data: the same {@link ExecutedProgram} can be made of it again. */
export interface RecordedRun extends Pick<Snapshot, 'outcome' | 'state' | 'memory' | 'output' | 'scriptOutput'> {
  /** Null where it did not come whole. */
  readonly log: RecordedLog | null;
}

/** Bytes of memory, and of a log with the pieces of memory in it, up to which a run is kept: a longer one is run again. */
const mostKept = 32 * 1024 * 1024;

/** Takes all that a program left that has run. Nothing may be asked of it afterwards but its end. */
export async function recordRun(live: LiveProgram): Promise<RecordedRun> {
  const { outcome, state } = live;
  const end = toAddress(state.pages * pageSize);
  const memory = await live.read({ start: toAddress(0), end });
  const [output, scriptOutput] = [live.stdout(), live.scriptOutput()];
  return { outcome, state, memory, output, scriptOutput, log: await live.log() };
}

/** Whether the same program would leave the same again, in few enough bytes. A machine that was busy may have ended it too early. */
export function lastsAsRun({ outcome, memory, log }: RecordedRun): boolean {
  if (!log || (outcome.status === 'stopped' && outcome.by === 'time-limit')) return false;
  return memory.length + log.messages.reduce((sum, message) => sum + bytesOf(message), 0) <= mostKept;
}

function bytesOf(message: LogMessage): number {
  if (message.kind === 'begin' || message.kind === 'section')
    return logSizeOf(message) + message.section.contents.byteLength;
  return message.kind === 'script' ? message.words.byteLength : logSizeOf(message);
}

/** The run of a module that left this. It is replayed when its trace is asked for: the words of its log are given away then. */
export async function replayRun(
  { wasm, warnings }: Pick<ExecutedProgram, 'wasm' | 'warnings'>,
  { log, ...left }: RecordedRun,
): Promise<ExecutedProgram> {
  const engine = await findRuntime().engine();
  let trace: ReplayTrace | null | undefined;
  return {
    wasm,
    ...(warnings && { warnings }),
    ...left,
    moment: null,
    get trace() {
      if (trace === undefined) trace = log && traceOf(engine, wasm, log);
      return trace;
    },
  };
}

function traceOf(engine: WebAssembly.Module, wasm: Uint8Array, { messages, known }: RecordedLog): ReplayTrace | null {
  const log = new ReceivedLog();
  try {
    for (const message of messages) {
      if (log.isOver) break;
      if (message.kind === 'begin') log.begin(message, openReplayNow(engine, wasm, message.recording));
      else log.take(owned(message));
    }
  } catch {
    log.stop('damaged');
  }
  const recorded = log.recorded(known);
  return recorded && log.goesOnAfter(recorded) ? null : recorded;
}

/** A message that was read from a file shares its bytes with all of that file, and its words will be given away. */
function owned<Message extends LogMessage>(message: Message): Message {
  if (message.kind !== 'part' || message.words.byteLength === message.words.buffer.byteLength) return message;
  return { ...message, words: message.words.slice() };
}
