import { describe, expect, it } from 'vitest';
import { toAddress } from '../../../playground/trace/memory-state.ts';
import type { PointsTo, Value, Variable } from '../../../playground/trace/trace.ts';
import { exampleState } from '../../../playground/view-model/example-state.ts';
import { namedBytes } from './named-bytes.ts';

const range = (start: number, size: number) => ({ start: toAddress(start), end: toAddress(start + size) });

function value(name: string, start: number, size: number, more: Partial<Value> = {}): Value {
  return {
    ...{ name, type: '', text: '', state: 'known', range: range(start, size), pointsTo: null },
    ...{ isRaw: false, isCut: false, parts: [], ...more },
  };
}

const global = (it: Value): Variable => ({ role: 'global', line: 1, value: it, changed: false });

/** A string as the debug information has it: its letters, and an address, size and capacity, share twelve bytes. */
function string(name: string, at: number, text: string, pointsTo: PointsTo): Value {
  const inside = value('__s', at, 12, { parts: [value('__data_', at, 11), value('__size_', at + 11, 1)] });
  const outside = value('__l', at, 12, {
    parts: [value('__data_', at, 4, { pointsTo }), value('__size_', at + 4, 4), value('__cap_', at + 8, 4)],
  });
  const letters = pointsTo.what === 'block 1' ? pointsTo : { range: range(at, 11), what: 'data' };
  return value(name, at, 12, {
    text,
    pointsTo: letters,
    parts: [value('__rep_', at, 12, { isRaw: true, parts: [inside, outside] })],
  });
}

describe('the names of bytes', () => {
  it('do not give a string that has its letters elsewhere the size of one that has them inside', () => {
    const values = [
      string('brief', 0x500, '"ten bytes!"', { range: range(0x206e_6574, 1), what: 'outside of memory' }),
      string('longer', 0x510, '"twelve bytes"', { range: range(0x600, 13), what: 'block 1' }),
    ];
    const globals = values.map(global);
    const named = namedBytes(exampleState, { frames: [], globals }, [range(0x500, 0x20)]);
    const told = named.map(({ name, range: { start, end }, pointsAt }) => [name, start, end, pointsAt]);
    expect(told.filter(([name]) => /brief|longer/.test(String(name)))).toEqual([
      ['brief', 0x500, 0x50c, null],
      ['longer.__rep_.__l.__data_', 0x510, 0x514, 0x600],
      ['longer', 0x510, 0x51c, null],
    ]);
  });

  it('do not let a handle, a small number in a pointer, point at bytes that nothing may have', () => {
    const pointer = (name: string, at: number, to: number): Value =>
      value(name, at, 4, { text: `0x${to.toString(16)}`, pointsTo: { range: range(to, 1), what: 'memory' } });
    const globals = [pointer('handle', 0x500, 10), pointer('address', 0x504, 0x600)].map(global);
    const named = namedBytes(exampleState, { frames: [], globals }, [range(0x500, 8)]);
    expect(named.slice(0, 2)).toMatchObject([{ name: 'handle', value: '0xa', pointsAt: null }, { pointsAt: 0x600 }]);
  });

  it('are those of the pointers that a vector has, and of no other field of it', () => {
    const pointer = { range: range(0x600, 4), what: 'null' };
    const parts = [
      value('__begin_', 0x500, 4, { isRaw: true, pointsTo: pointer }),
      value('__alloc_', 0x504, 1, { isRaw: true }),
    ];
    const globals = [global(value('numbers', 0x500, 12, { parts }))];
    const named = namedBytes(exampleState, { frames: [], globals }, [range(0x500, 12)]);
    expect(named.map(({ name }) => name).slice(0, 2)).toEqual(['numbers.__begin_', 'numbers']);
  });
});
