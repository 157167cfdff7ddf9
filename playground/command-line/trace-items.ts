import { allocators } from '../trace/allocators.ts';
import type { CodePlace } from '../trace/memory-state.ts';
import { learnersPath } from '../trace/moment-of.ts';
import type { Listed, RawAllocation, RawEvents } from '../trace/raw-events.ts';
import type { RecordedRun } from './record-run.ts';
import type { Allocation, Growth, Output, Place, Step, Store } from './trace-document.ts';

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

export function* stepsOf(excerpt: Excerpt): Iterable<Step> {
  const sites = excerpt.recorded.trace.engine.sites().map(([path, line, column, functionName]) => ({
    ...placeIn(excerpt, { path: learnersPath(path), line, column }),
    function: functionName,
  }));
  const nowhere = { file: null, line: null, column: null, function: null };
  for (const { first, steps = [] } of list(excerpt, 'steps')) {
    for (const [index, [site, depth]] of steps.entries()) {
      yield { step: first + index, ...(sites[site ?? -1] ?? nowhere), depth };
    }
  }
}

export function* storesOf(excerpt: Excerpt): Iterable<Store> {
  for (const { stores = [] } of list(excerpt, 'stores')) {
    for (const [step, address, size, before, after] of stores) yield { step, address, size, before, after };
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
  for (const { growth = [] } of list(excerpt, 'growth')) {
    for (const [step, from, to, byHost] of growth) yield { step, from, to, by: byHost ? 'host' : 'program' };
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

const list = ({ recorded, from, to }: Excerpt, part: Listed): Iterable<RawEvents> =>
  recorded.trace.engine.list(from, to + 1, [part]);
