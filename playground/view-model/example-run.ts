import type { ByteRange, CodePlace } from '../trace/memory-state.ts';
import type { EventKind } from '../trace/trace.ts';

/** The program of the example: a function adds the numbers of a block, which is read once more after it was freed. */
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

/** Where its variables and its block lie. */
export const at = {
  total: 0x400,
  data: 0x104fc,
  numbers: 0x104dc,
  count: 0x104d8,
  sum: 0x104d4,
  i: 0x104d0,
  block: 0x10510,
};
export type Name = keyof typeof at;

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
export const run: readonly Line[] = [
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
/** The steps in which `add` is entered and left, and the block freed. */
export const entered = 5;
const left = 13;
export const freed = 13;

export const place = (line: number): CodePlace => ({ path: 'main.cpp', line, column: 3 });

/** Open calls. Long runs repeat the short one. */
export const depthAt = (step: number): number => {
  const short = step % (run.length + 1);
  return short >= entered && short < left ? 2 : 1;
};

export const touches = (line: Line, { start, end }: ByteRange): boolean =>
  line.writes?.some(([address]) => address < end && address + 4 > start) ?? false;
export const stackPointerAt = (step: number): number => (depthAt(step) === 2 ? 0x104c0 : 0x104e0);

/** Memory before a step: what the lines before it wrote. */
export function bytesAt(step: number, start: number, end: number): Uint8Array {
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

export const littleEndian = (value: number): Uint8Array => new Uint8Array(new Uint32Array([value]).buffer);
