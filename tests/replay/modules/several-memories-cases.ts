import { buildModule, type Code, constant, wideConstant } from './build-module.ts';
import { counting, inOneCall, type ModuleCase, runIt } from './module-case.ts';

const drop = 0x1a;
const three = (a: number, b: number, c: number): Code => [...constant(a), ...constant(b), ...constant(c)];
/** Where a load or store of a memory reaches. */
const at = (memory: number, offset = 0): Code => [0x40, memory, offset];

/** With three memories, the first of which has bytes; the others begin with zeros. */
function severalCase(name: string, body: Code, records: readonly string[], ending = inOneCall): ModuleCase {
  const otherMemories = [
    [1, 4],
    [2, 3],
  ] as const;
  const passive = [0xa1, 0xa2, 0xa3];
  const wasm = buildModule({ functions: [{ exported: 'run', body }], otherMemories, data: counting, passive });
  return { name: `several memories: ${name}`, wasm, run: runIt, log: ending(records), needs: 'second memory' };
}

const of1 = 'note memory 1 0';
const of2 = 'note memory 2 0';
const trapping = (records: readonly string[]) => ['enter 0', 'line 0', ...records, 'entered', 'traps'];

export const severalMemoriesCases: readonly ModuleCase[] = [
  severalCase(
    'stores of every width',
    [
      ...[...constant(3), ...constant(0x1ff), 0x3a, ...at(1)],
      ...[...constant(3), ...constant(7), 0x3b, ...at(2, 2)],
      ...[...constant(4094), ...constant(-1), 0x36, ...at(1)],
      ...[...constant(3), ...constant(5), 0x36, 0, 2],
      ...[...constant(70_000), ...wideConstant(-2), 0x37, ...at(2)],
    ],
    [
      ...[of1, 'store 1 at 3 over 0', of2, 'store 2 at 5 over 0', of1, 'store 4 at 4094 over 0'],
      ...['store 4 at 5 over 9080706', of2, 'store 8 at 70000 over 0 0'],
    ],
  ),
  severalCase(
    'a vector store and an atomic access',
    [
      ...[...constant(8), 0xfd, 12, ...Array<number>(16).fill(1), 0xfd, 11, ...at(1)],
      ...[...constant(12), ...constant(2), 0xfe, 0x1e, 0x42, 2, 0, drop],
    ],
    [of1, `vector store 16 at 8 over ${Array(16).fill(0).join(' ')}`, of2, 'store 4 at 12 over 0'],
  ),
  severalCase('a store behind the end', [...constant(65_535), ...constant(1), 0x36, ...at(1)], [], trapping),
  severalCase('memory.fill', [...three(5, 9, 3), 0xfc, 11, 1], [of1, 'fill 3 at 5 over 0 0 0']),
  severalCase('memory.fill behind the end', [...three(65_530, 9, 7), 0xfc, 11, 1], [], trapping),
  severalCase(
    'memory.copy to another',
    [...three(4090, 1, 9), 0xfc, 10, 1, 0],
    [of1, 'copy 9 at 4090 from 0 over 0 0 0 0 0 0 0 0 0'],
  ),
  severalCase('memory.copy from another', [...three(1, 4, 2), 0xfc, 10, 0, 2], ['copy 2 at 1 from 0 over 2 3']),
  severalCase('memory.copy within another', [...three(1, 4, 2), 0xfc, 10, 2, 2], [of2, 'copy 2 at 1 from 4 over 0 0']),
  severalCase('memory.init', [...three(3, 1, 2), 0xfc, 8, 1, 2], [of2, 'init 2 at 3 over 0 0']),
  severalCase(
    'memory.grow',
    [
      ...[...constant(2), 0x40, 1, drop, ...constant(2), 0x40, 2, drop, ...constant(1), 0x40, 0, drop],
      ...[...constant(190_000), ...constant(1), 0x3a, ...at(1)],
    ],
    [of1, 'grow 1 to 3', 'grow 1 to 2', of1, 'store 1 at 190000 over 0'],
  ),
];
