import type { SourceFile } from '../compiler/compilation.ts';
import { findRuntime } from '../session/node/find-runtime.ts';
import type { NodeRun, NodeRunOptions } from '../session/node/node-run.ts';
import { runInNode } from '../session/node/run-in-node.ts';
import { giveLog, type LogMessage } from '../session/replay/log-message.ts';
import type { Outcome } from '../session/run.ts';
import { openReplay } from '../trace/replay-engine.ts';
import { ReplayTrace } from '../trace/replay-trace.ts';
import type { TracedSource } from '../trace/script-frames.ts';
import { ScriptHistory } from '../trace/script-history.ts';

/** A program that was run and recorded. */
export interface RecordedRun {
  /** Of the program, or of the first script that did not finish. */
  readonly outcome: Outcome;
  readonly run: NodeRun;
  readonly trace: ReplayTrace;
  /** Whether the recording has all of the run. */
  readonly isWhole: boolean;
  /** What it printed, piece by piece, as far as it was recorded. */
  readonly printed: readonly string[];
  /** What its scripts told. */
  readonly script: TracedSource | null;
}

/** What a program is run with. */
export type RunSetting = Pick<NodeRunOptions, 'wasm' | 'arguments' | 'stdin' | 'environment'>;

export interface Limits {
  /** Steps after which the program is ended. */
  readonly stepLimit: number;
  /** Bytes of log that are kept. */
  readonly budget: number;
}

/** Runs a program to its end, then its scripts, and records it. In words why not, where it cannot be run or makes no steps. */
export async function recordRun(
  setting: RunSetting,
  limits: Limits,
  scripts: readonly SourceFile[] = [],
): Promise<RecordedRun | string> {
  const messages: LogMessage[] = [];
  let isRecorded = true;
  const post = (message: LogMessage) => {
    messages.push(message);
    if (message.kind === 'end') isRecorded = false;
  };
  const printed: string[] = [];
  const printer = () => {
    const decoder = new TextDecoder();
    return (bytes: Uint8Array) => {
      const text = decoder.decode(bytes, { stream: true });
      if (isRecorded) printed.push(text);
    };
  };
  const javascript = (text: string) => {
    if (isRecorded) printed.push(text);
  };
  const streams = { stdout: printer(), stderr: printer(), javascript };
  const texts = scripts.map(({ text }) => text);
  const run = await runInNode({ ...setting, ...streams, scripts: texts, recording: { ...limits, loads: true, post } });
  let { outcome } = run;
  for (const { path, text } of scripts) {
    if (outcome.status !== 'finished') break;
    const ended = await run.runJavaScript(text, path, scripts);
    if (ended.status !== 'finished') outcome = ended;
  }
  if (messages.length === 0) return 'reason' in outcome ? outcome.reason : 'the program cannot be run';
  run.sync();
  const { trace, script } = await replay(setting.wasm, messages, run, scripts[0]?.path ?? '');
  return trace.steps > 0
    ? { outcome, run, trace, isWhole: !messages.some(isFull), printed, script }
    : 'the program has no function `main`, so there is nothing to run; check its spelling';
}

const isFull = (message: LogMessage): boolean => message.kind === 'end' && message.why === 'budget';

/** What is told where a recording ends before the run. */
const limitWords = {
  budget: 'the run went on after its recording was full: what came later is not in it (--budget=N keeps more)',
  'step-limit': 'the run made as many steps as it may, and was ended there (--steps=N lets it make more)',
};

async function replay(wasm: Uint8Array, messages: readonly LogMessage[], run: NodeRun, scriptPath: string) {
  const begin = messages.find((message) => message.kind === 'begin');
  if (!begin) throw new Error('a recording without a beginning');
  const engine = await openReplay(await findRuntime().engine(), wasm, begin.recording);
  if (engine.status === 'malformed') throw new Error(`the module ran, and cannot be read: ${engine.reason}`);
  engine.begin(begin.pages, 65_536, begin.section, begin.others);
  const history = new ScriptHistory();
  let limit: string | null = null;
  for (const message of messages) {
    giveLog(message, engine);
    if (message.kind === 'script') history.add(message);
    if (message.kind === 'end') limit = limitWords[message.why];
  }
  if (history.isFull) limit ??= 'a script went on when its steps were full: what it did later is told as one';
  const script: TracedSource | null = run.scripts && { ...run.scripts, history };
  const known = { script, crossings: history.crossings, state: run.state, heapEndAt: begin.heapEndAt, scriptPath };
  return { trace: new ReplayTrace(engine, known, limit), script };
}
