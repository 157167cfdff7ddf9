import { describe, expect, it } from 'vitest';
import { memorySpan, toAddress } from '../trace/memory-state.ts';
import type { Breakpoint } from './breakpoints.ts';
import { momentAt } from './example-moment.ts';
import { exampleState } from './example-state.ts';
import {
  breakpointsInAll,
  breakpointsInMemory,
  bytesOfMemory,
  memoriesInWords,
  momentOfMemory,
  placeInAll,
  placeInMemory,
  stateOfMemory,
} from './one-memory.ts';
import { followed, rangeOf } from './place.ts';

const state = { ...exampleState, otherPages: [1, 3] };
const second = (offset: number, size = 4) => rangeOf(2 * memorySpan + offset, size);
const change = (range: ReturnType<typeof rangeOf>) => ({ range, before: new Uint8Array(4), after: new Uint8Array(4) });

describe('one memory of several', () => {
  it('is shown by itself, with its size and what a step changed in it', () => {
    const changes = [change(rangeOf(16, 4)), change(second(32))];
    const moment = momentOfMemory({ ...momentAt(3, 0), state, changes }, 2);
    expect(moment.state).toMatchObject({ pages: 3, blocks: [], views: [], layout: { symbols: [] } });
    expect(moment.changes.map(({ range }) => range)).toEqual([rangeOf(32, 4)]);
    expect(moment.frames).toEqual([]);
    expect(momentOfMemory({ ...momentAt(3, 0), state, changes }, 0).changes).toEqual([changes[0]]);
    expect(stateOfMemory(state, 0)).toEqual(exampleState);
  });

  it('is read at its own addresses', async () => {
    const asked: unknown[] = [];
    const bytes = bytesOfMemory(
      {
        async read(range) {
          asked.push(range);
          return new Uint8Array();
        },
      },
      2,
    );
    await bytes.read(rangeOf(32, 4));
    expect(asked).toEqual([second(32)]);
  });

  it('has places that the other panels know as its own', () => {
    const place = { range: rangeOf(32, 4), label: '0x00020' };
    const inAll = placeInAll(place, 2);
    expect(inAll).toEqual({ range: second(32), label: '0x00020 of memory 2' });
    expect(placeInMemory(inAll, 2)).toEqual(place);
    expect(placeInMemory(inAll, 0)).toBeNull();
    expect(placeInAll({ range: place.range, label: 'data' }, 0).label).toBe('data');
    expect(followed(inAll, state)).toBe(inAll);
    expect(followed({ ...inAll, range: second(3 * 65_536) }, state)).toBeNull();
  });

  it('has breakpoints of its own, and keeps those of the others', () => {
    const elsewhere: Breakpoint = { kind: 'write', range: rangeOf(8, 1), label: 'data' };
    const growth: Breakpoint = { kind: 'growth' };
    const shown = breakpointsInMemory([elsewhere, growth], 2);
    expect(shown).toEqual([growth]);
    const added: Breakpoint = { kind: 'write', range: rangeOf(toAddress(4), 2), label: '0x00004' };
    expect(breakpointsInAll([...shown, added], [elsewhere, growth], 2)).toEqual([
      elsewhere,
      growth,
      { kind: 'write', range: second(4, 2), label: '0x00004 of memory 2' },
    ]);
  });

  it('is chosen by its number', () => {
    expect(memoriesInWords({ ...state, pages: 2 })).toEqual([
      'Memory 0: 2 pages',
      'Memory 1: 1 page',
      'Memory 2: 3 pages',
    ]);
  });
});
