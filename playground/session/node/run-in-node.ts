import { readSync } from 'node:fs';
import type { CreateGlue } from '../host/glue.ts';
import { type Host, openHost } from '../host/host.ts';
import { keepDeepStacks } from '../host/locate-frame.ts';
import { locateSyntaxError } from '../host/locate-syntax-error.ts';
import { plainRecorder } from '../host/plain-recorder.ts';
import { openRecorder } from '../host/recorder.ts';
import { PreparedScripts } from '../prepare-scripts.ts';
import { findRuntime } from './find-runtime.ts';
import { makeNodeRealm } from './node-realm.ts';
import type { NodeRun, NodeRunOptions, RunInNode } from './node-run.ts';

/**
 * Runs a linked program to the end of `main` in this process; the instance stays live for calls and scripts.
 * Throws only when the built runtime is missing: what the program does wrong is its outcome.
 */
export const runInNode: RunInNode = async (options) => {
  const runtime = findRuntime(options.runtimeFolder);
  const { realm, evaluate } = makeNodeRealm();
  const scripts = new PreparedScripts();
  keepDeepStacks();
  const plain = options.rewritten === false ? plainRecorder(options.wasm) : null;
  const opening = plain ?? (await openRecorder(options.wasm, await runtime.engine(), options.recording));
  if (!opening.ok) return refused(options, opening.reason);
  const { recorder } = opening;
  const createGlue = await runtime.glueFor(recorder.runnable.module, options.wasm).catch((thrown: unknown) => thrown);
  if (!isGlue(createGlue)) {
    if (createGlue instanceof SyntaxError) return refused(options, createGlue.message);
    throw createGlue;
  }
  let host: Host | undefined; // no host call happens before there is one
  const report = () => {
    if (!plain && host) options.onState?.(host.state());
  };
  const opened = await openHost({
    wasm: options.wasm,
    recorder,
    createGlue,
    programName: options.programName ?? 'program',
    arguments: options.arguments,
    environment: options.environment ?? {},
    files: options.files ?? [],
    read: readFrom(options.stdin, options.inputEnds ?? true),
    write: (stream, bytes) => options[stream](bytes),
    print: (text) => options.javascript?.(text),
    runsWithMissing: options.runsWithMissing ?? false,
    onHostCall: report,
    realm,
    evaluate,
  });
  if (!opened.ok) return refused(options, opened.reason);
  const live = opened.host;
  host = live;
  let outcome = live.start();
  live.sync();
  report();
  if (plain && outcome.status === 'trapped' && !outcome.location) {
    outcome = { ...outcome, location: await plain.locateTrap(await runtime.engine()) };
  }
  return {
    outcome,
    get state() {
      return live.state();
    },
    get memory() {
      return new Uint8Array(live.memory.buffer);
    },
    exports: live.functions,
    sync: () => live.sync(),
    async call(name, args) {
      const ended = live.call(name, args);
      live.sync();
      report();
      return ended;
    },
    async runJavaScript(source, path) {
      const ended = await live.runScript(await scripts.prepare(source, path));
      report();
      return locateSyntaxError(ended, source, path);
    },
  };
};

const isGlue = (found: unknown): found is CreateGlue => typeof found === 'function';

function refused(options: NodeRunOptions, reason: string): NodeRun {
  const outcome = { status: 'trapped', reason, location: null } as const;
  options.stderr(new TextEncoder().encode(`${reason}\n`));
  return {
    outcome,
    get state(): never {
      throw new Error(`the program never ran: ${reason}`);
    },
    memory: new Uint8Array(),
    exports: [],
    sync() {},
    call: async () => outcome,
    runJavaScript: async () => outcome,
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
