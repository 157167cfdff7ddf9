import { allocators } from '../trace/allocators.ts';
import type { CodePlace } from '../trace/memory-state.ts';
import { learnersPath } from '../trace/moment-of.ts';
import type { Listed, RawAllocation, RawEvents } from '../trace/raw-events.ts';
import { placeOfStatement } from '../trace/script-mistakes.ts';
import type { RecordedRun } from './record-run.ts';
import type { Access, Allocation, Growth, Output, Place, Step, Store, View } from './trace-document.ts';

/** A recorded run, the steps of it that are wanted (`to` is included), and how its files are named to the user. */
export interface Excerpt {
  readonly recorded: RecordedRun;
  readonly from: number;
  readonly to: number;
  readonly shown: (path: string) => string;
}

const streams = ['stdout', 'stderr', 'javascript'] as const;

export function placeIn({ shown }: Excerpt, place: CodePlace | null): Place {
  if (!place || place.line === 0) return { file: null, line: null, column: null };
  return { file: shown(place.path), line: place.line, column: place.column || null };
}

export async function* stepsOf(excerpt: Excerpt): AsyncIterable<Step> {
  const sites = excerpt.recorded.trace.engine.sites().map(([path, line, column, functionName]) => ({
    ...placeIn(excerpt, { path: learnersPath(path), line, column }),
    function: functionName,
  }));
  for (const { first, steps = [] } of list(excerpt, 'steps')) {
    for (const [index, [site, depth]] of steps.entries()) {
      const step = first + index;
      const known = sites[site ?? -1];
      yield known ? { step, ...known, depth } : await scriptStep(excerpt, step);
    }
  }
}

/** A step of JavaScript: its statement, in its function. */
async function scriptStep(excerpt: Excerpt, step: number): Promise<Step> {
  const { place, frames } = await excerpt.recorded.trace.at(step);
  return { step, ...placeIn(excerpt, place), function: frames.at(-1)?.name ?? null, depth: frames.length };
}

export function* accessesOf(excerpt: Excerpt): Iterable<Access> {
  const { script } = excerpt.recorded;
  for (const { statement, kind, view, address, size, method } of script?.history.accesses() ?? []) {
    if (!script || statement < excerpt.from || statement > excerpt.to) continue;
    const place = placeIn(excerpt, placeOfStatement(script, statement));
    yield { step: statement, ...place, kind, view, address, size, method };
  }
}

/** The views that were made or detached in these steps. */
export function* viewsOf({ recorded, from, to }: Excerpt): Iterable<View> {
  const isIn = (step: number) => step >= from && step <= to;
  for (const view of recorded.run.state.views) {
    const { id, type, byteOffset, length, madeBy, madeInStep, madeAtLine, state } = view;
    const made = { step: Math.max(0, madeInStep - 1), line: madeAtLine };
    const detached = state.kind === 'live' ? null : { step: Math.max(0, state.inStep - 1), line: state.byLine };
    if (!isIn(made.step) && !(detached && isIn(detached.step))) continue;
    yield { view: id, type, address: byteOffset, length, by: madeBy, made, detached };
  }
}

export function* storesOf(excerpt: Excerpt): Iterable<Store> {
  for (const memory of memoriesOf(excerpt)) {
    for (const { stores = [] } of list(excerpt, 'stores', memory)) {
      for (const [step, address, size, before, after] of stores)
        yield { step, ...named(memory), address, size, before, after };
    }
  }
}

export function* allocationsOf(excerpt: Excerpt, which: 'allocations' | 'releases'): Iterable<Allocation> {
  for (const part of list(excerpt, 'allocations')) yield* (part[which] ?? []).map(allocation);
}

const allocation = ([step, block, address, size, call]: RawAllocation): Allocation => ({
  ...{ step, block, address, size },
  function: allocators[call] ?? 'malloc',
});

export function* growthOf(excerpt: Excerpt): Iterable<Growth> {
  for (const memory of memoriesOf(excerpt)) {
    for (const { growth = [] } of list(excerpt, 'growth', memory)) {
      for (const [step, from, to, byHost] of growth)
        yield { step, ...named(memory), from, to, by: byHost ? 'host' : 'program' };
    }
  }
}

export function* outputOf(excerpt: Excerpt): Iterable<Output> {
  for (const { output = [] } of list(excerpt, 'output')) {
    for (const [step, ordinal, stream, length] of output) {
      const text = excerpt.recorded.printed[ordinal] ?? '';
      yield { step, stream: streams[stream] ?? 'stdout', length, text };
    }
  }
}

const list = ({ recorded, from, to }: Excerpt, part: Listed, memory = 0): Iterable<RawEvents> =>
  recorded.trace.engine.list(from, to + 1, [part], memory);

const memoriesOf = ({ recorded }: Excerpt) => [0, ...recorded.trace.engine.otherPages.map((_, index) => index + 1)];
const named = (memory: number) => memory > 0 && { memory };
