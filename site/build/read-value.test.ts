import { describe, expect, it } from 'vitest';
import { formatValue } from './format-value.ts';
import { readValue } from './read-value.ts';
import { parseReading } from './reading-grammar.ts';
import { exampleRun } from './testing-tools.ts';
import { UnreadableError } from './unreadable-error.ts';

function read(text: string): string {
  const reading = parseReading(text);
  if ('error' in reading) throw new Error(reading.error);
  return formatValue(readValue(reading, exampleRun()), null);
}

describe('a reading', () => {
  it.each([
    ['address(greeting)', '0x410'],
    ['size(greeting)', '4'],
    ['bytes(greeting)', '2A 00 00 00'],
    ['bytes(0x410, 2)', '2A 00'],
    ['i32(greeting)', '42'],
    ['u64(0x410)', '42'],
    ['pages()', '4'],
    ['memoryBytes()', '262,144'],
    ['heapBase()', '0x10420'],
    ['stackUsed()', '32'],
    ['blocks()', '2'],
    ['liveBytes()', '8'],
    ['liveVals()', '0'],
    ['blockAddress(2)', '0x10440'],
    ['blockEnd(1)', '0x10438'],
    ['blockAddress(2) - blockAddress(1)', '24'],
    ['blockAddress(2) - 8', '0x10438'],
    ['pages() * 65536', '262,144'],
    ['outputLine(2)', 'second'],
    ['scriptLine(1)', 'third'],
    ['exitCode()', '0'],
    ['u8(address(greeting) + 1)', '0'],
    ['i32(blockAddress(1) - 0x10428 + 0x410)', '42'],
    ['bytes(blockAddress(1) - 0x10428 + 0x410, 2)', '2A 00'],
  ])('%s gives %s', (text, answer) => {
    expect(read(text)).toBe(answer);
  });

  it.each([
    'address(missing)',
    'blockAddress(3)',
    'outputLine(9)',
    'scriptLine(9)',
    'calls()',
    'valReferences(10)',
    'i32(0x40000)',
    'u8(blockAddress(1) - 0x20000)',
    'viewLength(1)',
  ])('%s has no answer in this run', (text) => {
    expect(() => read(text)).toThrow(UnreadableError);
  });

  it.each([
    '',
    'address',
    'address()',
    'pages(1)',
    'pages() pages()',
    'pages() + ',
    'constructor()',
    'u8(pages(1))',
    'bytes(pages())',
  ])('`%s` is no reading', (text) => {
    expect(parseReading(text)).toHaveProperty('error');
  });
});

it('parts thousands as the language of the text does', () => {
  const bytes = { kind: 'number', value: 262_144, measures: 'bytes' } as const;
  expect(formatValue(bytes, null)).toBe('262,144');
  expect(formatValue(bytes, null, 'de')).toBe('262.144');
  expect(formatValue({ ...bytes, value: 1024 }, null, 'de')).toBe('1024');
});
