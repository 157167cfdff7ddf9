import { type Address, type Block, type ByteRange, type CodePlace, toAddress } from '../trace/memory-state.ts';
import {
  type Change,
  type Destination,
  type Direction,
  type EventKind,
  eventKinds,
  type Finding,
  type Frame,
  type FunctionCode,
  type History,
  type Moment,
  type Overview,
  type Trace,
  type Value,
  type Variable,
  type Write,
} from '../trace/trace.ts';
import { exampleState } from './example-state.ts';
import { rangeOf } from './place.ts';

/** The program that {@link ExampleTrace} is the run of. */
export const exampleSource = `#include <cstdlib>
int total = 0;
int add(const int* numbers, int count) {
  int sum = 0;
  for (int i = 0; i < count; ++i)
    sum += numbers[i];
  return sum;
}
int main() {
  int* data = static_cast<int*>(std::malloc(12));
  data[0] = 1;
  data[1] = 2;
  data[2] = 3;
  total = add(data, 3);
  std::free(data);
  return data[0];
}
`;

const at = { total: 0x400, data: 0x104fc, numbers: 0x104dc, count: 0x104d8, sum: 0x104d4, i: 0x104d0, block: 0x10510 };
type Name = keyof typeof at;

/** What one line of the run did. */
interface Line {
  readonly line: number;
  readonly did: string;
  readonly writes?: readonly (readonly [address: number, value: number])[];
  readonly events?: readonly EventKind[];
}

const loop = [1, 2, 3].flatMap((number, index): Line[] => [
  { line: 5, did: `line 5 stored 4 bytes, value ${index}, in i`, writes: [[at.i, index]] },
  { line: 6, did: 'line 6 added to sum', writes: [[at.sum, (number * (number + 1)) / 2]] },
]);
const run: readonly Line[] = [
  { line: 10, did: 'line 10 allocated block 1, 12 bytes', writes: [[at.data, at.block]], events: ['allocation'] },
  { line: 11, did: 'line 11 stored 4 bytes, value 1, in block 1', writes: [[at.block, 1]] },
  { line: 12, did: 'line 12 stored 4 bytes, value 2, in block 1', writes: [[at.block + 4, 2]] },
  { line: 13, did: 'line 13 stored 4 bytes, value 3, in block 1', writes: [[at.block + 8, 3]] },
  {
    line: 14,
    did: 'line 14 called add',
    writes: [
      [at.numbers, at.block],
      [at.count, 3],
    ],
    events: ['call'],
  },
  { line: 4, did: 'line 4 stored 4 bytes, value 0, in sum', writes: [[at.sum, 0]] },
  ...loop,
  { line: 7, did: 'line 7 returned 6 to main, which stored it in total', writes: [[at.total, 6]], events: ['return'] },
  { line: 15, did: 'line 15 freed block 1', events: ['release'] },
  { line: 16, did: 'line 16 read 4 bytes of block 1, which is freed', events: ['finding'] },
];
/** The steps in which these happen. */
const [entered, left, freed] = [5, 13, 13];

const place = (line: number): CodePlace => ({ path: 'main.cpp', line, column: 3 });

/** A small run for tests: a function adds the numbers of a block, which is read once more after it was freed. */
export class ExampleTrace implements Trace {
  readonly limit = null;
  /** What was asked of it, newest last. */
  readonly asked: string[] = [];

  /** Long runs repeat the short one. `delay` is the time that each answer takes, in milliseconds. */
  constructor(
    readonly steps: number = run.length,
    readonly delay: number | null = null,
  ) {}

  async at(step: number): Promise<Moment> {
    await this.#note(`at ${step}`);
    return momentAt(step, step % (run.length + 1));
  }

  async read(step: number, { start, end }: ByteRange): Promise<Uint8Array> {
    await this.#note(`read ${step}`);
    const size = exampleState.pages * 65_536;
    return bytesAt(step % (run.length + 1), start, Math.min(end, size));
  }

  async find(from: number, direction: Direction, destinations: readonly Destination[]): Promise<number | null> {
    await this.#note(`find ${direction}`);
    const by = direction === 'forward' ? 1 : -1;
    for (let step = from + by; step >= 0 && step <= this.steps; step += by) {
      if (destinations.some((destination) => fits(destination, step, from))) return step;
    }
    return null;
  }

  async findings(): Promise<readonly Finding[]> {
    return (await this.at(this.steps)).findings;
  }

  async overview(buckets: number): Promise<Overview> {
    await this.#note(`overview ${buckets}`);
    const empty = () => new Array<number>(buckets).fill(0);
    const events = Object.fromEntries(eventKinds.map((kind) => [kind, empty()])) as Record<EventKind, number[]>;
    const depths = empty();
    for (let step = 0; step < this.steps; step++) {
      const bucket = Math.floor((step / this.steps) * buckets);
      for (const kind of run[step % run.length]?.events ?? []) events[kind][bucket]!++;
      depths[bucket] = Math.max(depths[bucket] ?? 0, depthAt(step));
    }
    return { events, depths };
  }

  async history(step: number, range: ByteRange): Promise<History> {
    await this.#note(`history ${step}`);
    const writes = run.flatMap((line, index) => (touches(line, range) ? [writeOf(index)] : []));
    const isInBlock = range.start >= at.block && range.end <= at.block + 12;
    return {
      before: writes.filter((write) => write.step < step).reverse(),
      after: writes.filter((write) => write.step >= step),
      block: isInBlock ? { id: 1, allocated: writeOf(0), freed: writeOf(freed) } : null,
    };
  }

  async code(step: number, frame: number): Promise<FunctionCode | null> {
    await this.#note(`code ${step}`);
    const texts = ['global.get $__stack_pointer', 'local.set 0', 'loop', 'local.get 0', 'i32.load offset=12', 'end'];
    return {
      name: frame === 0 ? 'main' : 'add',
      lines: texts.map((text, index) => ({
        offset: 0x1a0 + index * 2,
        indent: text === 'end' || index < 3 ? 1 : 2,
        text,
        place: place(4 + index),
      })),
      current: step % texts.length,
      locals: [{ name: 'local 0', value: '66752' }],
    };
  }

  async codeLines(path: string): Promise<readonly number[]> {
    const lines = path === 'main.cpp' ? run.map(({ line }) => line) : [];
    return [...new Set(lines)].sort((a, b) => a - b);
  }

  async #note(what: string): Promise<void> {
    this.asked.push(what);
    if (this.delay !== null) await new Promise((resolve) => setTimeout(resolve, this.delay ?? 0));
  }
}

const depthAt = (step: number): number => {
  const short = step % (run.length + 1);
  return short >= entered && short < left ? 2 : 1;
};

function fits(destination: Destination, step: number, from: number): boolean {
  const line = run[(step - 1) % (run.length + 1)];
  switch (destination.kind) {
    case 'line':
      return true;
    case 'line-over':
      return depthAt(step) <= depthAt(from);
    case 'out':
      return depthAt(step) < depthAt(from);
    case 'event':
      return line?.events?.includes(destination.event) ?? false;
    case 'write':
      return line !== undefined && touches(line, destination.range);
    case 'source-line':
      return run[step % (run.length + 1)]?.line === destination.line && destination.path === 'main.cpp';
    case 'freed':
      return step === freed + 1;
    case 'stack-below':
      return stackPointerAt(step) < destination.address;
    case 'detached':
      return false;
    default:
      return destination satisfies never;
  }
}

const touches = (line: Line, { start, end }: ByteRange): boolean =>
  line.writes?.some(([address]) => address < end && address + 4 > start) ?? false;
const stackPointerAt = (step: number): number => (depthAt(step) === 2 ? 0x104c0 : 0x104e0);
const writeOf = (step: number): Write => ({
  step,
  place: place(run[step]?.line ?? 0),
  functionName: depthAt(step) === 2 ? 'add' : 'main',
  text: run[step]?.did ?? '',
});

function bytesAt(step: number, start: number, end: number): Uint8Array {
  const bytes = new Uint8Array(Math.max(0, end - start));
  for (const { writes = [] } of run.slice(0, step)) {
    for (const [address, value] of writes) {
      littleEndian(value).forEach((byte, index) => {
        if (address + index >= start && address + index < end) bytes[address + index - start] = byte;
      });
    }
  }
  return bytes;
}

const littleEndian = (value: number): Uint8Array => new Uint8Array(new Uint32Array([value]).buffer);
const numberAt = (step: number, address: Address | number): number =>
  new DataView(bytesAt(step, address, address + 4).buffer).getUint32(0, true);

function momentAt(step: number, short: number): Moment {
  const last = run[short - 1];
  const line = run[short]?.line;
  const isFreed = short > freed;
  const block: Block = {
    id: 1,
    address: toAddress(at.block),
    size: 12,
    state: isFreed ? 'freed' : 'live',
    allocatedBy: 'malloc',
  };
  const blocks = short > 0 ? [block] : [];
  const live = blocks.filter(({ state }) => state === 'live').length;
  const changes = (last?.writes ?? []).map(([address, value]): Change => {
    return { range: rangeOf(address, 4), before: bytesAt(short - 1, address, address + 4), after: littleEndian(value) };
  });
  const changed = new Set<number>(changes.map(({ range }) => range.start));
  const variable = (name: Name, role: Variable['role'], type: string, declared: number): Variable => {
    const isPointer = type.endsWith('*');
    const isWritten = run.slice(0, short).some(({ writes }) => writes?.some(([address]) => address === at[name]));
    const value = numberAt(short, at[name]);
    const whole: Value = {
      name,
      type,
      text: isPointer ? `0x${value.toString(16)}` : String(value),
      state: isWritten || role === 'global' ? 'known' : 'uninitialised',
      range: rangeOf(at[name], 4),
      pointsTo:
        isPointer && isWritten ? { range: rangeOf(value, 12), what: isFreed ? 'block 1 (freed)' : 'block 1' } : null,
      isRaw: false,
      isCut: false,
      parts: [],
    };
    return { role, line: declared, value: whole, changed: changed.has(at[name]) };
  };
  const frame = (name: string, at: number, bytes: ByteRange, variables: readonly Variable[]): Frame => {
    return { name, place: place(at), isLibrary: false, isInlined: false, bytes, variables };
  };
  const isInside = depthAt(short) === 2;
  const main = frame('main', isInside ? 14 : (line ?? 17), rangeOf(0x104e0, 32), [
    variable('data', 'local', 'int*', 10),
  ]);
  const add = frame('add', line ?? 7, rangeOf(0x104c0, 32), [
    variable('numbers', 'parameter', 'const int*', 3),
    variable('count', 'parameter', 'int', 3),
    variable('sum', 'local', 'int', 4),
    variable('i', 'local', 'int', 5),
  ]);
  return {
    step,
    state: {
      ...exampleState,
      step: step + 1,
      layout: { ...exampleState.layout, symbols: [{ name: 'total', address: toAddress(at.total), size: 4 }] },
      stackPointer: toAddress(stackPointerAt(short)),
      stackLow: toAddress(short >= entered ? 0x104c0 : 0x104e0),
      blocks,
      heap: { liveBlocks: live, liveBytes: live * 12, freedBlocks: Number(isFreed), freedBytes: isFreed ? 12 : 0 },
      growths: [],
      views: [],
      handles: [],
    },
    place: line === undefined ? null : place(line),
    next: line === undefined ? null : `line ${line} of main.cpp`,
    did: [last ? `L${last.did.slice(1)}.` : 'Nothing has run yet.'],
    changes,
    frames: line === undefined ? [] : isInside ? [main, add] : [main],
    globals: [variable('total', 'global', 'int', 2)],
    output: 0,
    findings:
      short <= run.length - 1
        ? []
        : [
            {
              kind: 'use-after-free',
              step: run.length - 1,
              text: 'Read 4 bytes of block 1 after it was freed.',
              place: place(16),
              cause: { step: freed, place: place(15), text: 'block 1 was freed' },
            },
          ],
  };
}
