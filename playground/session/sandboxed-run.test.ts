import { afterEach, describe, expect, it } from 'vitest';
import { type MemoryState, toAddress } from '../trace/memory-state.ts';
import type { RunOptions } from './run.ts';
import type { FromWorker, ReportedState, ToWorker } from './sandbox/messages.ts';
import { SandboxedRun } from './sandboxed-run.ts';

const range = { start: toAddress(0), end: toAddress(4) };
const layout = { data: range, stack: range, heapBase: toAddress(8), symbols: [] };
const state = (given: Partial<ReportedState> = {}): ReportedState => ({
  step: 1,
  pages: 1,
  maximumPages: null,
  layout,
  stackPointer: toAddress(0),
  stackLow: toAddress(0),
  heapEnd: toAddress(8),
  blocks: [],
  heap: { liveBlocks: 0, liveBytes: 0, freedBlocks: 0, freedBytes: 0 },
  growths: [],
  views: [],
  handles: [],
  ...given,
});

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A run whose worker is played by the test. */
function play(given: Partial<RunOptions> = {}) {
  const { port1, port2 } = new MessageChannel();
  const removed = { times: 0 };
  const asked: ToWorker[] = [];
  const waiting: (() => void)[] = [];
  port2.onmessage = ({ data }) => {
    asked.push(data);
    for (const wake of waiting.splice(0)) wake();
  };
  closers.push(() => port2.close());
  let die: () => void = () => undefined;
  const gone = new Promise<void>((resolve) => {
    die = resolve;
  });
  const remove = () => {
    removed.times++;
    port1.close();
  };
  const states: MemoryState[] = [];
  const output: string[] = [];
  const stop = new AbortController();
  const run = new SandboxedRun(
    { port: port1, failure: new Promise(() => undefined), gone, remove },
    {
      wasm: new Uint8Array(),
      arguments: [],
      input: '',
      inputEnds: true,
      timeLimit: 60_000,
      signal: stop.signal,
      onOutput: (_stream, text) => output.push(text),
      onState: (shown) => states.push(shown),
      ...given,
    },
  );
  const nextQuestion = async (count = 1) => {
    while (asked.length < count) await new Promise<void>((wake) => waiting.push(wake));
    return asked[count - 1] as Extract<ToWorker, { id: number }>;
  };
  /** Sends messages, and returns when the page has taken all of them. */
  const send = async (...messages: readonly (FromWorker | object)[]) => {
    for (const message of messages) port2.postMessage(message);
    await new Promise((resolve) => setTimeout(resolve, 20));
  };
  return { run, stop, die: () => die(), removed, states, output, nextQuestion, send };
}

describe('a run, seen from the page', () => {
  it('answers reads from the worker while it is idle', async () => {
    const { run, nextQuestion, send } = play();
    const answer = run.read(range);
    const { id } = await nextQuestion();
    await send({ kind: 'bytes', id, bytes: new Uint8Array([1, 2]) });
    expect(await answer).toEqual(new Uint8Array([1, 2]));
  });

  it('answers them from the last report while the program is busy, and after it was stopped', async () => {
    const { run, nextQuestion, send, stop, removed } = play();
    const ended = run.perform({ kind: 'start' });
    await nextQuestion();
    await send({ kind: 'state', state: state(), snapshots: [{ start: 0, bytes: new Uint8Array([7, 8, 9, 10]) }] });
    expect(await run.read(range)).toEqual(new Uint8Array([7, 8, 9, 10]));
    stop.abort();
    expect(await ended).toEqual({ status: 'stopped', by: 'learner' });
    expect(await run.read(range)).toEqual(new Uint8Array([7, 8, 9, 10]));
    expect(removed.times).toBe(1);
  });

  it('ends with what was reported when its process dies, and says so of every later call', async () => {
    const { run, nextQuestion, send, die, removed } = play();
    const ended = run.perform({ kind: 'start' });
    await nextQuestion();
    await send({ kind: 'state', state: state(), snapshots: [{ start: 0, bytes: new Uint8Array([7, 8, 9, 10]) }] });
    die();
    const told = { status: 'threw', message: expect.stringContaining('used up its memory') };
    expect(await ended).toMatchObject(told);
    expect(await run.perform({ kind: 'start' })).toMatchObject(told);
    expect(await run.read(range)).toEqual(new Uint8Array([7, 8, 9, 10]));
    expect(removed.times).toBe(1);
  });

  it('leaves no question open when it is stopped', async () => {
    const { run, stop, nextQuestion } = play();
    const answer = run.read(range);
    await nextQuestion();
    stop.abort();
    expect(await answer).toEqual(new Uint8Array());
  });

  it('shows states with the layout that came with the first', async () => {
    const { send, states } = play();
    await send(
      { kind: 'state', state: state(), snapshots: [] },
      { kind: 'state', state: state({ step: 2, layout: null }), snapshots: [] },
    );
    expect(states.map((shown) => [shown.step, shown.layout])).toEqual([
      [1, layout],
      [2, layout],
    ]);
  });

  it('ends by the time limit', async () => {
    const { run } = play({ timeLimit: 30 });
    expect(await run.perform({ kind: 'start' })).toEqual({ status: 'stopped', by: 'time-limit', milliseconds: 30 });
    expect(await run.perform({ kind: 'start' })).toEqual({ status: 'stopped', by: 'time-limit', milliseconds: 30 });
  });

  it('tells by every call why a program was refused', async () => {
    const { run, send } = play();
    const opened = run.open({ kind: 'read', id: 0, start: 0, end: 0 }, new MessageChannel().port1);
    await send({ kind: 'refused', reason: 'f is missing' });
    expect(await opened).toEqual({ exports: [], missing: [] });
    expect(await run.perform({ kind: 'start' })).toEqual({ status: 'trapped', reason: 'f is missing', location: null });
  });

  it('drops output past the bound', async () => {
    const { send, output } = play();
    const piece = { kind: 'output', pieces: [{ stream: 'stdout', text: 'x'.repeat(100_000) }] };
    await send(...Array(20).fill(piece));
    expect(output.join('').length).toBeLessThanOrEqual(1_001_000);
  });

  it.each([
    ['nonsense', [{ kind: 'nonsense' }]],
    ['a flood', Array(6_000).fill({ kind: 'output', pieces: [] })],
  ])('is ended by %s', async (_name, messages) => {
    const { run, send, removed } = play();
    const ended = run.perform({ kind: 'start' });
    await send(...messages);
    expect(await ended).toMatchObject({ status: 'trapped' });
    expect(removed.times).toBe(1);
  });
});
