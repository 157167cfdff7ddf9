import type { BoundaryHistory } from '../trace/crossings.ts';
import type { ByteRange } from '../trace/memory-state.ts';
import {
  type Destination,
  type Direction,
  type EventKind,
  eventKinds,
  type Finding,
  type FunctionCode,
  type History,
  type Moment,
  type Overview,
  type Trace,
  type Write,
} from '../trace/trace.ts';
import { momentAt } from './example-moment.ts';
import { at, bytesAt, depthAt, freed, place, run, stackPointerAt, touches } from './example-run.ts';
import { exampleState } from './example-state.ts';

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

  async boundary(): Promise<BoundaryHistory> {
    return { parts: [], isFull: false };
  }

  async copies() {
    return { bytes: 0, copies: 0, steps: [] };
  }

  async viewReads() {
    return { ranges: [], last: null, isFull: false };
  }

  async heapPeak() {
    return { bytes: 0, step: 0 };
  }

  async typeSize() {
    return null;
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

const writeOf = (step: number): Write => ({
  step,
  place: place(run[step]?.line ?? 0),
  functionName: depthAt(step) === 2 ? 'add' : 'main',
  text: run[step]?.did ?? '',
});
