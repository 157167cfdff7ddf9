import { expect, it } from 'vitest';
import { defaultSettings } from '../../playground/compiler/compilation.ts';
import { runInNode } from '../../playground/session/node/run-in-node.ts';
import { PreparedScripts } from '../../playground/session/prepare-scripts.ts';
import type { LogMessage } from '../../playground/session/replay/log-message.ts';
import { LogReceiver } from '../../playground/session/replay/log-receiver.ts';
import { noteKinds } from '../../playground/trace/log.ts';
import { toAddress } from '../../playground/trace/memory-state.ts';
import type { Moment, Trace } from '../../playground/trace/trace.ts';
import { compileProgram, corpusProgram } from './corpus.ts';
import { engine } from './node-stage.ts';
import { unlimited } from './perform.ts';

interface Traced {
  readonly trace: Trace;
  readonly printed: string;
  /** Every moment from the script's beginning on. */
  readonly moments: readonly Moment[];
}

/** Runs a program of the corpus and then a script, and replays both. */
async function traceOf(program: string, script: string, budget = Number.POSITIVE_INFINITY): Promise<Traced> {
  const wasm = await compileProgram(corpusProgram(program, defaultSettings));
  const receiver = new LogReceiver(engine, wasm);
  let sent = 0;
  let printed = '';
  const run = await runInNode({
    ...{ wasm, arguments: [], stdin: new Uint8Array(), stdout() {}, stderr() {} },
    javascript(text) {
      printed += text;
    },
    recording: {
      budget,
      stepLimit: unlimited,
      post(message: LogMessage) {
        sent++;
        receiver.receive(message);
      },
    },
  });
  await receiver.until(sent);
  const before = (await receiver.trace({ state: run.state, scriptPath: 'lab.js' }))?.steps ?? 0;
  await run.runJavaScript(script, 'lab.js');
  const known = new PreparedScripts();
  await known.prepare(script, 'lab.js');
  await receiver.until(sent);
  const { sites, functions } = known;
  const trace = await receiver.trace({ state: run.state, scriptPath: 'lab.js', script: { sites, functions } });
  if (!trace) throw new Error('nothing was recorded');
  const moments: Moment[] = [];
  for (let step = before; step <= trace.steps; step++) moments.push(await trace.at(step));
  return { trace, printed, moments };
}

const inScript = ({ place }: Moment) => place?.path === 'lab.js' && place.column > 0;
const stackOf = ({ frames }: Moment) =>
  frames.filter(({ isLibrary }) => !isLibrary).map(({ name, place }) => `${name}:${place?.line ?? '?'}`);
const valuesOf = ({ frames }: Moment, name: string) =>
  Object.fromEntries(
    (frames.findLast((frame) => frame.name === name)?.variables ?? []).map(({ value }) => [value.name, value.text]),
  );

it('makes each statement of a script a step, with its place, its variables and what it wrote', async () => {
  const { moments, printed } = await traceOf(
    'javascript-views.cpp',
    `const bytes = new Uint8Array(memory.buffer, exports.arena(), 4);
let sum = 0;
for (let i = 0; i < 2; i++) {
  bytes[i] = 40 + i;
  sum += bytes[i];
}
bytes.set([7, 8], 2);
console.log(sum);`,
  );
  expect(printed).toBe('81\n');
  const steps = moments.filter(inScript);
  expect(steps.map(({ place }) => place?.line)).toEqual([1, 1, 2, 3, 4, 5, 3, 4, 5, 3, 7, 8]);
  expect(steps.map((moment) => valuesOf(moment, 'lab.js').sum)).toEqual([
    ...[undefined, undefined, undefined, '0', '0', '0', '40', '40', '40', '81', '81', '81'],
  ]);
  const written = moments.flatMap(({ changes, did }) =>
    changes.length > 0 && did.some((part) => JSON.stringify(part).includes('lab.js')) ? [changes] : [],
  );
  expect(written.map((changes) => changes.flatMap(({ after }) => [...after]))).toEqual([[40], [41], [7, 8]]);
  const bytes = steps.at(-1)?.frames[0]?.variables.find(({ value }) => value.name === 'bytes')?.value;
  expect(bytes).toMatchObject({ type: 'Uint8Array(4)', text: '[40, 41, 7, 8]' });
  expect(bytes?.range && bytes.range.end - bytes.range.start).toBe(4);
});

it('puts functions of a script and of the program on one stack', async () => {
  const { moments } = await traceOf(
    'javascript-throws.cpp',
    `function answer(n) {
  return n * 2;
}
const twice = (n) =>
  Module.around(answer, n);
twice(2);`,
  );
  const stacks = moments.map(stackOf);
  expect(stacks).toContainEqual(['lab.js:6', 'twice:5', 'around:19', 'ask:15', 'answer:2']);
});

it('steps over and out of functions of a script, and finds its lines', async () => {
  const { trace, moments } = await traceOf(
    'javascript-views.cpp',
    `function fill(at) {
  exports.rotate();
  return at + 1;
}
let n = fill(1);
n += fill(n);
console.log(n);`,
  );
  const at = (line: number) => moments.find((moment) => inScript(moment) && moment.place?.line === line)?.step ?? -1;
  const lineOf = async (found: Promise<number | null>) => {
    const step = await found;
    return moments.find((moment) => moment.step === step)?.place?.line;
  };
  expect(await lineOf(trace.find(at(5), 'forward', [{ kind: 'line-over' }]))).toBe(6);
  expect(await lineOf(trace.find(at(6), 'back', [{ kind: 'line-over' }]))).toBe(5);
  expect(await lineOf(trace.find(at(2), 'forward', [{ kind: 'line-over' }]))).toBe(3);
  expect(await lineOf(trace.find(at(2), 'forward', [{ kind: 'out' }]))).toBe(6);
  expect(await lineOf(trace.find(at(2), 'back', [{ kind: 'out' }]))).toBe(5);
  const third = { kind: 'source-line', path: 'lab.js', line: 3 } as const;
  const found = await trace.find(0, 'forward', [third]);
  expect(found).toBe(at(3));
  expect(await lineOf(trace.find(found ?? 0, 'forward', [third]))).toBe(3);
  expect(await trace.find(at(7), 'forward', [third])).toBeNull();
  expect(await trace.find(at(7), 'back', [third])).toBeGreaterThan(found ?? 0);
});

it('tells callers as they are, whatever awaits, yields and throws', async () => {
  const { moments } = await traceOf(
    'javascript-views.cpp',
    `async function later(n) {
  await null;
  return n;
}
function* count() {
  yield 1;
  yield 2;
}
const first = await later(1);
for (const n of count()) {
  console.log(n);
}
function fails() {
  throw new Error('on purpose');
}
try {
  fails();
} catch {
  console.log('caught');
}
console.log(first);`,
  );
  const stackAt = (line: number) =>
    moments.filter((moment) => inScript(moment) && moment.place?.line === line).map(stackOf);
  expect(stackAt(2)).toEqual([['lab.js:9', 'later:2']]);
  expect(stackAt(3)).toEqual([['later:3']]);
  expect(stackAt(7)).toEqual([['lab.js:11', 'count:7']]);
  expect(stackAt(14)).toEqual([['lab.js:17', 'fails:14']]);
  expect(stackAt(19)).toEqual([['lab.js:19']]);
  expect(stackAt(21)).toEqual([['lab.js:21']]);
});

it('looks at values without running any code of the script', async () => {
  const { moments, printed } = await traceOf(
    'javascript-views.cpp',
    `const traps = new Proxy({}, { get() { console.log('trap'); }, ownKeys() { console.log('trap'); return []; },
  getOwnPropertyDescriptor() { console.log('trap'); }, getPrototypeOf() { console.log('trap'); return null; } });
const object = { get value() { console.log('getter'); return 1; }, plain: 2, toString() { console.log('text'); return ''; } };
const { proxy } = Proxy.revocable([], { get() { console.log('trap'); } });
class Point { constructor() { this.x = 1; } get y() { console.log('getter'); return 2; } }
const point = new Point();
const derived = Object.create(traps);
Object.defineProperty(Array.prototype, '0', { set() { console.log('setter'); }, configurable: true });
Array.prototype.push = () => { console.log('push'); };
const end = [1, 'two', null, -0, 3n, Symbol('s'), { a: 1 }, [1]];
delete Array.prototype[0];
console.log('end');`,
  );
  expect(printed).toBe('end\n');
  const last = moments.findLast(inScript);
  expect(last && valuesOf(last, 'lab.js')).toEqual({
    ...{ traps: '{…}', object: '{ value: computed, plain: 2, toString: function }', proxy: '{…}', Point: 'Point' },
    ...{ point: '{ x: 1 }', derived: '{}', end: '[1, "two", null, -0, 3n, Symbol(s), {…}, […]]' },
  });
});

it('numbers the kind of note as the engine does', () => {
  expect(noteKinds.indexOf('statement')).toBe(9);
});

it('shows statements, variables and lines of a script when the recording was full before it began', async () => {
  const script = `const bytes = new Uint8Array(memory.buffer, 4096, 4);
let sum = 0;
function add(value) {
  sum += value;
  return sum;
}
for (let i = 0; i < 20; i++) {
  bytes[i % 4] = i;
  add(bytes[i % 4]);
}
console.log(sum);`;
  const whole = await traceOf('javascript-views.cpp', script);
  const long = await traceOf('javascript-views.cpp', script, 1);
  expect(long.trace.limit).toContain('run again');
  const told = (moment: Moment) => [moment.place, stackOf(moment), valuesOf(moment, 'add'), moment.next];
  expect(long.moments.map(told)).toEqual(whole.moments.map(told));
  const range = { start: toAddress(4096), end: toAddress(4100) };
  for (let step = long.trace.steps - 60; step <= long.trace.steps; step++)
    expect([step, ...(await long.trace.read(step, range))]).toEqual([step, ...(await whole.trace.read(step, range))]);
  const middle = whole.trace.steps - 30;
  for (const from of [middle, middle + 1, middle + 2, long.trace.steps]) {
    for (const direction of ['forward', 'back'] as const) {
      for (const destination of [
        { kind: 'source-line', path: 'lab.js', line: 4 },
        { kind: 'source-line', path: 'lab.js', line: 11 },
        { kind: 'line-over' },
        { kind: 'out' },
      ] as const) {
        const [expected, found] = [
          await whole.trace.find(from, direction, [destination]),
          await long.trace.find(from, direction, [destination]),
        ];
        expect([from, direction, destination, found]).toEqual([from, direction, destination, expected]);
      }
    }
  }
});
