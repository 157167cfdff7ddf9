import { describe, expect, it } from 'vitest';
import { parseCheck } from './parse-check.ts';

const check = (text: string) => {
  const parsed = parseCheck(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.check;
};
const mistake = (text: string) => {
  const parsed = parseCheck(text);
  return parsed.ok ? null : [parsed.column, parsed.message];
};

describe('a check', () => {
  it.each([
    ['output "a\\n\\"b\\""', { kind: 'output', text: 'a\n"b"' }],
    ['exit-code 3', { kind: 'exit-code', code: 3 }],
    ['bytes table = 01 ff', { kind: 'bytes', symbol: 'table', bytes: [1, 255] }],
    ['value total = 10', { kind: 'value', symbol: 'total', type: 'i32', text: '10' }],
    ['value app::total:f64 = -0.5', { kind: 'value', symbol: 'app::total', type: 'f64', text: '-0.5' }],
    ['pages 4', { kind: 'pages', comparison: '=', count: 4 }],
    ['growths <= 1', { kind: 'growths', comparison: '<=', count: 1 }],
    ['view-live', { kind: 'view-live' }],
    ['allocated-bytes <= 0x100', { kind: 'allocated-bytes', comparison: '<=', count: 256 }],
    ['live-blocks >= 2', { kind: 'live-blocks', comparison: '>=', count: 2 }],
    ['no-finding', { kind: 'no-finding', finding: null }],
    ['no-finding use-after-free', { kind: 'no-finding', finding: 'use-after-free' }],
    ['finding double-free', { kind: 'finding', finding: 'double-free' }],
    ['aligned table to 16', { kind: 'aligned', what: { kind: 'symbol', name: 'table' }, to: 16 }],
    ['aligned block 1 to 8', { kind: 'aligned', what: { kind: 'block', id: 1 }, to: 8 }],
    ['aligned blocks to 16', { kind: 'aligned', what: { kind: 'blocks' }, to: 16 }],
    ['size table <= 12', { kind: 'size', of: 'symbol', name: 'table', comparison: '<=', count: 12 }],
    ['size type app::Box<int> <= 12', { kind: 'size', of: 'type', name: 'app::Box<int>', comparison: '<=', count: 12 }],
    ['size type = 4', { kind: 'size', of: 'symbol', name: 'type', comparison: '=', count: 4 }],
    ['calls sum <= 1', { kind: 'calls', name: 'sum', comparison: '<=', count: 1 }],
    ['calls 4', { kind: 'calls', name: null, comparison: '=', count: 4 }],
    ['never-writes table', { kind: 'never-writes', to: { kind: 'symbol', name: 'table' } }],
    ['never-writes 0..0x40', { kind: 'never-writes', to: { kind: 'range', start: 0, end: 64 } }],
    [
      'view Uint32Array at table length 4',
      { kind: 'view', type: 'Uint32Array', at: { kind: 'symbol', name: 'table' }, length: 4 },
    ],
    ['view DataView at block 2 length 8', { kind: 'view', type: 'DataView', at: { kind: 'block', id: 2 }, length: 8 }],
    [
      'view Int8Array at 0x410 length 1',
      { kind: 'view', type: 'Int8Array', at: { kind: 'offset', offset: 0x410 }, length: 1 },
    ],
    ['source-lacks "grow("', { kind: 'source-lacks', text: 'grow(' }],
    ['unchanged words.h', { kind: 'unchanged', path: 'words.h', from: null, to: null, stays: '' }],
    ['unchanged lab.js from "for ("', { kind: 'unchanged', path: 'lab.js', from: 'for (', to: null, stays: '' }],
    ['unchanged a.js from "b" to "c"', { kind: 'unchanged', path: 'a.js', from: 'b', to: 'c', stays: '' }],
  ])('reads %s', (text, expected) => {
    expect(check(text)).toEqual(expected);
  });

  it('reads calls with numbers and addresses, that give a result or trap', () => {
    expect(check('call sum(&table, 0x4) = 10')).toEqual({
      kind: 'call',
      name: 'sum',
      arguments: [
        { kind: 'address-of', symbol: 'table' },
        { kind: 'number', text: '0x4' },
      ],
      expected: { kind: 'result', text: '10' },
    });
    expect(check('call stop() traps')).toMatchObject({ arguments: [], expected: { kind: 'trap' } });
    expect(check('call stop()')).toMatchObject({ arguments: [], expected: { kind: 'end' } });
  });

  it.each([
    ['no-leaks', 1, 'there is no check `no-leaks`'],
    ['peak-bytes <= 16 KiB', 18, 'sizes are numbers of bytes, without a unit'],
    ['no-leak now', 9, '`now` is too much here'],
    ['output 42', 8, 'expected text in double quotes here'],
    ['source-lacks ""', 14, 'expected text in double quotes, a character at least here'],
    ['call sum(1 2) = 3', 12, 'expected `,` or `)` here'],
    ['call sum(1) 2', 13, 'expected `= result` or `traps` here'],
    ['bytes table = 1', 15, 'expected bytes as `01 2A` here'],
    ['bytes table = 01 2', 18, '`2`: a byte is two digits; write `02`'],
    ['bytes table = 01 0x2A00', 18, '`0x2A00`: a byte is two digits; write `2A 00`'],
    ['call sum(1) == 2', 14, 'expected a number here; compare by one `=`'],
    ['value total:f16 = 1', 14, 'there is no type `f16`'],
    ['view Uint9Array at table length 4', 6, 'expected a view such as `Uint8Array` here'],
    ['value total:u8 = 256', 18, '`u8` holds 0 to 255, never `256`'],
    ['value total:i8 = 255', 18, '`i8` holds -128 to 127, never `255`'],
    ['value total:u32 = -1', 19, '`u32` holds 0 to 4294967295, never `-1`'],
    ['value total = 0.5', 15, '`0.5` is no whole number; write a type such as `:f64`'],
    ['stack-bytes <= -5', 16, '`-5` is less than 0; write how many bytes, 0 or more'],
    ['pages', 6, 'expected how many pages here'],
    ['stack-bytes < 1024', 13, 'expected `=`, `<=` or `>=` here'],
    ['no-finding leaks', 12, 'there is no kind of finding `leaks`; there are double-free, '],
    ['finding', 8, 'expected a kind of finding here: double-free, '],
    ['aligned table to 12', 20, '12 is no power of two'],
    ['never-writes 64..64', 20, '`64..64` holds no byte'],
    ['max-blocks 8', 1, 'there is no check `max-blocks`'],
    ['', 1, 'expected the name of a check here'],
  ])('refuses `%s` at its place', (text, column, message) => {
    expect(mistake(text)).toEqual([column, expect.stringContaining(message)]);
  });
});
