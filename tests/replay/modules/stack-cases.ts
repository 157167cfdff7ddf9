import { buildModule, type Code, constant, i32 } from './build-module.ts';
import { inOneCall, type ModuleCase, runIt } from './module-case.ts';

/** A function with a stack pointer, global 0, of 1,000 at first; how low it came is told behind the log. */
const stackCase = (name: string, body: Code, records: readonly string[], lowest: number): ModuleCase => ({
  name,
  wasm: buildModule({
    globals: [[i32, constant(1000)]],
    stackPointer: 0,
    functions: [{ exported: 'run', locals: [i32], body }],
  }),
  run(exports, host) {
    runIt(exports, host);
    const low = exports['pagewise.stack_low'] as unknown as WebAssembly.Global<'i32'>;
    host.told.push(`lowest ${low.value >>> 0}`);
  },
  log: [...inOneCall(records), `lowest ${lowest}`],
});

const pointer = [0x23, 0];
const setPointer = [0x24, 0];

export const stackCases: readonly ModuleCase[] = [
  stackCase('a stack pointer that is lowered and never set', [...pointer, ...constant(48), 0x6b, 0x21, 0], [], 952),
  stackCase('a stack pointer that is set', [...constant(900), ...setPointer], ['global 0 = 384'], 900),
  stackCase(
    'a stack pointer that is set, lowered, and raised again',
    [...constant(900), ...setPointer, ...constant(800), ...setPointer, ...constant(1000), ...setPointer],
    ['global 0 = 384', 'global 0 = 320', 'global 0 = 3e8'],
    800,
  ),
];
