import { buildModule, type Code, constant, f32, f64, i32, i64, unsigned, v128, wideConstant } from './build-module.ts';
import { counting, inOneCall, type ModuleCase, runIt } from './module-case.ts';

// Stores: i32.const 8 and an offset of 4. The old bytes there are 13, 14, 15 …
const old: Readonly<Record<number, string>> = {
  1: 'store 1 at 12 over d',
  2: 'store 2 at 12 over e0d',
  4: 'store 4 at 12 over 100f0e0d',
  8: 'store 8 at 12 over 100f0e0d 14131211',
  16: `vector store 16 at 12 over ${Array.from({ length: 16 }, (_, index) => (index + 13).toString(16)).join(' ')}`,
};

const values: Readonly<Record<number, Code>> = {
  [i32]: constant(-2),
  [i64]: wideConstant(-3n),
  [f32]: [0x43, 0, 0, 0x80, 0x3f],
  [f64]: [0x44, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f],
  [v128]: [0xfd, 12, ...Array.from({ length: 16 }, (_, index) => 0xf0 + index)],
};

type Width = readonly [type: number, size: number];

function storeCase(name: string, opcode: Code, [type, size]: Width, alignment = 0, lane: Code = []): ModuleCase {
  const body = [...constant(8), ...(values[type] ?? []), ...opcode, alignment, 4, ...lane];
  const wasm = buildModule({ functions: [{ exported: 'run', body }], data: counting });
  return { name, wasm, run: runIt, log: inOneCall([old[size] ?? '']) };
}

const plain: readonly Width[] = [
  ...([
    [i32, 4],
    [i64, 8],
    [f32, 4],
    [f64, 8],
  ] as const),
  ...([
    [i32, 1],
    [i32, 2],
    [i64, 1],
    [i64, 2],
    [i64, 4],
  ] as const),
];
const atomic: readonly Width[] = [
  [i32, 4],
  [i64, 8],
  [i32, 1],
  [i32, 2],
  [i64, 1],
  [i64, 2],
  [i64, 4],
];
/** In the order of their opcodes, from 0x17 on, seven widths each. */
const atomicOperations = ['store', 'add', 'sub', 'and', 'or', 'xor', 'exchange', 'compare and exchange'];

const atomicCases = atomicOperations.flatMap((operation, group) =>
  atomic.map(([type, size], index): ModuleCase => {
    const value = values[type] ?? [];
    const operands = operation.startsWith('compare') ? [...value, ...value] : value;
    const opcode = [0xfe, ...unsigned(0x17 + group * 7 + index)];
    const result = group === 0 ? [] : [0x1a]; // drop
    const body = [...constant(8), ...operands, ...opcode, Math.log2(size), 8, ...result];
    const records = [atAddress16(size)];
    const wasm = buildModule({ functions: [{ exported: 'run', body }], data: counting });
    return {
      name: `an atomic ${operation} of ${size} bytes of type ${type}`,
      wasm,
      run: runIt,
      log: inOneCall(records),
    };
  }),
);

function atAddress16(size: number): string {
  const hex = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => (from + count - 1 - index).toString(16).padStart(2, '0')).join('');
  const text = size === 8 ? `${hex(17, 4)} ${hex(21, 4)}` : hex(17, size);
  return `store ${size} at 16 over ${text}`;
}

/** The end of the one page, with an access that reaches beyond it: nothing is recorded, and it traps. */
const beyond = (name: string, address: number, offset: number): ModuleCase => ({
  name,
  wasm: buildModule({
    functions: [{ exported: 'run', body: [...constant(address), ...constant(7), 0x36, 2, ...unsigned(offset)] }],
    memory: { pages: 1, most: 1 },
  }),
  run: runIt,
  log: ['enter 0', 'line 0', 'entered', 'traps'],
});

export const accessCases: readonly ModuleCase[] = [
  ...plain.map((width, index) => storeCase(`a store of ${width[1]} bytes of type ${width[0]}`, [0x36 + index], width)),
  storeCase('a store of a vector', [0xfd, 11], [v128, 16]),
  ...[1, 2, 4, 8].map((size, index) =>
    storeCase(`a store of a lane of ${size} bytes`, [0xfd, ...unsigned(88 + index)], [v128, size], 0, [1]),
  ),
  ...atomicCases,
  beyond('a store over the end of memory', 65_534, 0),
  beyond('a store that its offset takes over the end', 65_532, 1),
  beyond('a store whose sum of address and offset wraps round', -4, 8),
  beyond('a store that a long offset takes over the end', 4, 65_533),
  beyond('a store whose sum of address and long offset wraps round', -300, 304),
  {
    name: 'a store with a long offset',
    wasm: buildModule({
      functions: [{ exported: 'run', body: [...constant(8), ...constant(5), 0x36, 2, ...unsigned(1000)] }],
    }),
    run: runIt,
    log: inOneCall(['store 4 at 1008 over 0']),
  },
  {
    name: 'stores on both sides of the address from which a record is longer',
    wasm: buildModule({
      functions: [
        {
          exported: 'run',
          body: [-4, 0].flatMap((at) => [...constant(2 ** 28 + at), ...constant(5), 0x36, 2, 0]),
        },
      ],
      memory: { pages: 4097, most: 4097 },
    }),
    run: runIt,
    log: inOneCall(['store 4 at 268435452 over 0', 'store 4 at 268435456 over 0']),
  },
  {
    name: 'a store over the border of two pieces',
    wasm: buildModule({ functions: [{ exported: 'run', body: [...constant(4094), ...constant(-1), 0x36, 0, 0] }] }),
    run: runIt,
    log: inOneCall(['store 4 at 4094 over 0']),
  },
  {
    name: 'a store in memory that has grown, at its very end',
    wasm: buildModule({
      functions: [
        {
          exported: 'run',
          body: [...constant(1), 0x40, 0, 0x1a, ...constant(131_068), ...constant(5), 0x36, 2, 0],
        },
      ],
    }),
    run: runIt,
    log: inOneCall(['grow 1 to 2', 'store 4 at 131068 over 0']),
  },
];
