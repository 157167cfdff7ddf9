import { buildModule, type Code, constant, wideConstant } from './build-module.ts';
import { counting, inOneCall, type ModuleCase, runIt } from './module-case.ts';

const drop = 0x1a;

/** With 64-bit addresses, which only hosts with a second memory record. */
function wideCase(name: string, body: Code, records: readonly string[]): ModuleCase {
  const memory = { pages: 1, most: 10, is64: true };
  const wasm = buildModule({ functions: [{ exported: 'run', body }], memory, data: counting });
  return { name: `64-bit addresses: ${name}`, wasm, run: runIt, log: inOneCall(records), needs: 'second memory' };
}

export const wideMemoryCases: readonly ModuleCase[] = [
  wideCase('a store', [...wideConstant(3), ...constant(1), 0x36, 0, 2], ['store 4 at 5 over 9080706']),
  wideCase(
    'memory.fill',
    [...wideConstant(2), ...constant(0), ...wideConstant(3), 0xfc, 11, 0],
    ['fill 3 at 2 over 3 4 5'],
  ),
  wideCase(
    'memory.copy',
    [...wideConstant(2), ...wideConstant(9), ...wideConstant(2), 0xfc, 10, 0, 0],
    ['copy 2 at 2 from 9 over 3 4'],
  ),
  wideCase('memory.grow', [...wideConstant(2), 0x40, 0, drop], ['grow 1 to 3']),
];
