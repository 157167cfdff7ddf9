import { readSync } from 'node:fs';
import { makesInstance } from '../../javascript/makes-instance.ts';
import { type Host, openHost } from '../host/host.ts';
import type { PreparedScript } from '../host/javascript.ts';
import type { GlueSource } from '../host/join-scripts.ts';
import { keepDeepStacks } from '../host/locate-frame.ts';
import { locateSyntaxError } from '../host/locate-syntax-error.ts';
import { messageOf } from '../host/outcome.ts';
import { openPlainHost, type PlainHostOptions } from '../host/plain-host.ts';
import { programScripts } from '../host/program-scripts.ts';
import { openRecorder } from '../host/recorder.ts';
import { prepareGlue } from '../prepare-glue.ts';
import { PreparedScripts } from '../prepare-scripts.ts';
import type { Outcome } from '../run.ts';
import { findRuntime, type Runtime } from './find-runtime.ts';
import { makeNodeRealm, type NodeRealm } from './node-realm.ts';
import type { NodeRun, NodeRunOptions, RunInNode } from './node-run.ts';
import { Patience } from './patience.ts';
import { UncaughtInNode, uncaughtTold } from './uncaught-in-node.ts';

/**
 * Runs a linked program to the end of `main` in this process; the instance stays live for calls and scripts.
 * Throws only when the built runtime is missing: what the program does wrong is its outcome.
 */
export const runInNode: RunInNode = async (options) => {
  const runtime = findRuntime(options.runtimeFolder);
  keepDeepStacks();
  return options.rewritten === false ? runPlain(options, runtime) : runRewritten(options, runtime);
};

async function runRewritten(options: NodeRunOptions, runtime: Runtime): Promise<NodeRun> {
  const opening = await openRecorder(options.wasm, await runtime.engine(), options.recording);
  if (!opening.ok) return refused(options, opening.reason);
  const { recorder } = opening;
  const scripts = new PreparedScripts();
  const { wasm, files = [], scripts: beside = [], stepsIntoGlue = false } = options;
  const { module } = recorder.runnable;
  const request = { wasm, module, files, scripts: beside, stepsIntoGlue };
  const hasSteps = options.recording && (stepsIntoGlue || programScripts(wasm).length > 0);
  const prepare = hasSteps ? (text: string) => prepareGlue(text, request, scripts) : null;
  const patience = new Patience(options.patience);
  const surroundings = await surroundingsOf(options, runtime, module, prepare, patience);
  if (typeof surroundings === 'string') return refused(options, surroundings);
  let host: Host | undefined; // no host call happens before there is one
  const report = () => {
    if (host) options.onState?.(host.state());
  };
  const opened = await openHost({ ...surroundings, recorder, onHostCall: report });
  if (!opened.ok) return refused(options, opened.reason);
  const live = opened.host;
  host = live;
  surroundings.uncaught.host = live;
  const outcome = limited(patience, () => live.start());
  live.sync();
  report();
  return {
    outcome,
    get state() {
      return live.state();
    },
    get memory() {
      return new Uint8Array(live.memory.buffer);
    },
    get otherMemories() {
      return live.otherMemories.map(({ buffer }) => new Uint8Array(buffer));
    },
    exports: live.functions,
    picture: surroundings.canvas.picture,
    scripts,
    sync: () => live.sync(),
    async call(name, args) {
      const ended = limited(patience, () => live.call(name, args));
      live.sync();
      report();
      return ended;
    },
    async runJavaScript(source, path, among = [{ path, text: source }]) {
      const ended = await drawing(live, surroundings, await scripts.prepare(source, path, among), patience);
      live.sync();
      report();
      return locateSyntaxError(ended, source, path);
    },
    callTimes: () => null,
    async measure() {
      throw new Error('a program that is watched cannot be measured');
    },
  };
}

async function runPlain(options: NodeRunOptions, runtime: Runtime): Promise<NodeRun> {
  const module = new WebAssembly.Module(options.wasm as Uint8Array<ArrayBuffer>);
  const patience = new Patience(options.patience);
  const surroundings = await surroundingsOf(options, runtime, module, null, patience);
  if (typeof surroundings === 'string') return refused(options, surroundings);
  const scripts = new PreparedScripts();
  const opened = await openPlainHost({ ...surroundings, timesCalls: options.timesCalls ?? false });
  if (!opened.ok) return refused(options, opened.reason);
  const live = opened.host;
  surroundings.uncaught.host = live;
  const located = async (outcome: Outcome) => live.located(outcome, await runtime.engine());
  return {
    outcome: await located(limited(patience, () => live.start())),
    get state(): never {
      throw new Error('the state of a run without the engine was asked for');
    },
    get memory() {
      return new Uint8Array(live.memory.buffer);
    },
    get otherMemories() {
      return live.otherMemories.map(({ buffer }) => new Uint8Array(buffer));
    },
    exports: live.functions,
    picture: surroundings.canvas.picture,
    scripts: null,
    sync() {},
    call: (name, args) => located(limited(patience, () => live.call(name, args))),
    async runJavaScript(source, path, among = [{ path, text: source }]) {
      const ended = await located(
        await drawing(live, surroundings, await scripts.prepare(source, path, among), patience),
      );
      return locateSyntaxError(ended, source, path);
    },
    measure: (plan, onReport) => live.measure(plan, () => runtime.engine(), onReport),
    callTimes: () => live.callTimes(),
  };
}

/** How what ran longer than its patience ended; without a limit nothing does. */
const overTime = ({ milliseconds = 0 }: Patience): Outcome => ({ status: 'stopped', by: 'time-limit', milliseconds });

function limited(patience: Patience, act: () => Outcome): Outcome {
  try {
    return patience.during(act);
  } catch (thrown) {
    if (patience.isOver) return overTime(patience);
    throw thrown;
  }
}

/** Runs a script with the frames that it draws: what one of them throws is how the script ended. */
async function drawing(
  host: Pick<Host, 'runScript' | 'place'>,
  { canvas, context }: Pick<NodeRealm, 'canvas' | 'context'>,
  script: PreparedScript,
  patience: Patience,
): Promise<Outcome> {
  canvas.begin();
  const outcome = await patience.until(host.runScript(script), context);
  if (!outcome) return overTime(patience);
  const ended = limited(patience, () => {
    const failed = canvas.settle();
    if (!failed || outcome.status !== 'finished') return outcome;
    return { status: 'threw', message: messageOf(failed.thrown), location: host.place(failed.thrown) };
  });
  await uncaughtTold();
  return patience.isOver ? overTime(patience) : ended;
}

/** What a host is opened with, whatever it does; why not, where the program's own JavaScript is none. */
async function surroundingsOf(
  options: NodeRunOptions,
  runtime: Runtime,
  module: WebAssembly.Module,
  prepare: ((text: string) => Promise<GlueSource>) | null,
  patience: Patience,
): Promise<
  (PlainHostOptions & Pick<NodeRealm, 'canvas' | 'context'> & { readonly uncaught: UncaughtInNode }) | string
> {
  const uncaught = new UncaughtInNode(patience);
  try {
    const realm = makeNodeRealm(patience, (thrown) => {
      if (!options.javascript || !uncaught.tell(thrown, true)) throw thrown;
    });
    if (options.javascript) uncaught.listen(realm.realm);
    return {
      wasm: options.wasm,
      ...(await runtime.glueFor(module, options.wasm, prepare, options.scripts)),
      programName: options.programName ?? 'program',
      arguments: options.arguments,
      environment: options.environment ?? {},
      files: options.files ?? [],
      read: readFrom(options.stdin, options.inputEnds ?? true),
      write: (stream, bytes) => options[stream](bytes),
      print: (text) => options.javascript?.(text),
      runsWithMissing: options.runsWithMissing ?? false,
      byHand: makesInstance(options.scripts),
      buffer: options.buffer,
      ...realm,
      uncaught,
    };
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return thrown.message;
    throw thrown;
  }
}

function refused(options: NodeRunOptions, reason: string): NodeRun {
  const outcome = { status: 'trapped', reason, location: null } as const;
  options.stderr(new TextEncoder().encode(`${reason}\n`));
  return {
    outcome,
    get state(): never {
      throw new Error(`the program never ran: ${reason}`);
    },
    memory: new Uint8Array(),
    otherMemories: [],
    exports: [],
    picture: () => ({ width: 0, height: 0, data: new Uint8ClampedArray() }),
    scripts: null,
    sync() {},
    call: async () => outcome,
    runJavaScript: async () => outcome,
    measure: async () => undefined,
    callTimes: () => null,
  };
}

function readFrom(stdin: Uint8Array | number, inputEnds: boolean): (length: number) => Uint8Array | 'waiting' {
  let taken = 0;
  return (length) => {
    const bytes = typeof stdin === 'number' ? readDescriptor(stdin, length) : stdin.subarray(taken, taken + length);
    taken += bytes.length;
    return bytes.length === 0 && length > 0 && !inputEnds ? 'waiting' : bytes;
  };
}

function readDescriptor(descriptor: number, length: number): Uint8Array {
  const buffer = new Uint8Array(Math.min(length, 65_536));
  for (;;) {
    try {
      return buffer.subarray(0, readSync(descriptor, buffer));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF' || code === 'EISDIR') return buffer.subarray(0, 0);
      if (code !== 'EAGAIN') throw error; // another process made the terminal or pipe non-blocking: ask again
    }
  }
}
