import { buildModule, type Code, constant, i32 } from './build-module.ts';
import { counting, inOneCall, type ModuleCase, runIt } from './module-case.ts';

const fill = [0xfc, 11, 0];
const copy = [0xfc, 10, 0, 0];
const init = [0xfc, 8, 1, 0];
const grow = [0x40, 0];
const drop = 0x1a;
const three = (a: number, b: number, c: number): Code => [...constant(a), ...constant(b), ...constant(c)];

function memoryCase(
  name: string,
  body: Code,
  log: readonly string[] | null,
  more: Partial<ModuleCase> = {},
): ModuleCase {
  const passive = [0xa1, 0xa2, 0xa3, 0xa4, 0xa5];
  const wasm = buildModule({ functions: [{ exported: 'run', body }], data: counting, passive });
  return { name, wasm, run: runIt, log, ...more };
}

const trapped = ['enter 0', 'line 0', 'entered', 'traps'];

export const memoryCases: readonly ModuleCase[] = [
  memoryCase('memory.fill', [...three(5, 9, 3), ...fill], inOneCall(['fill 3 at 5 over 6 7 8'])),
  memoryCase('memory.fill of nothing', [...three(5, 9, 0), ...fill], inOneCall([])),
  memoryCase('memory.fill over the end', [...three(65_530, 9, 7), ...fill], trapped),
  memoryCase('memory.fill of almost everything', [...three(16, 9, -1), ...fill], trapped),
  memoryCase('memory.copy', [...three(9, 1, 5), ...copy], inOneCall(['copy 5 at 9 from 1 over a b c d e'])),
  memoryCase('memory.copy back', [...three(1, 2, 4), ...copy], inOneCall(['copy 4 at 1 from 2 over 2 3 4 5'])),
  memoryCase(
    'memory.copy over pieces',
    [...three(4090, 0, 20), ...copy],
    [...inOneCall([`copy 20 at 4090 from 0 over ${Array(20).fill(0).join(' ')}`])],
  ),
  memoryCase(
    'memory.copy from beyond the end',
    [...three(0, 65_535, 3), ...copy],
    [...['enter 0', 'line 0', 'copy 3 at 0 from 65535 over 1 2 3', 'entered', 'traps']],
  ),
  memoryCase('memory.init', [...three(3, 1, 4), ...init], inOneCall(['init 4 at 3 over 4 5 6 7'])),
  memoryCase('memory.init over pieces', [...three(8190, 0, 5), ...init], inOneCall(['init 5 at 8190 over 0 0 0 0 0'])),
  memoryCase('memory.grow', [...constant(2), ...grow, drop], inOneCall(['grow 1 to 3'])),
  memoryCase('memory.grow by nothing', [...constant(0), ...grow, drop], inOneCall(['grow 1 to 1'])),
  memoryCase('memory.grow that fails', [...constant(200), ...grow, drop], inOneCall([])),
  memoryCase(
    'memory.grow twice',
    [...constant(1), ...grow, drop, ...constant(3), ...grow, drop],
    inOneCall(['grow 1 to 2', 'grow 2 to 5']),
  ),
  {
    name: 'a growth by a function that is called',
    wasm: buildModule({
      imports: [{ name: 'call', parameters: [i32] }],
      functions: [
        { exported: 'run', body: [...constant(3), 0x10, 0, ...constant(70_000), ...constant(1), 0x3a, 0, 0] },
      ],
    }),
    run(exports, host) {
      host.onCall((pages) => void exports.memory.grow(pages));
      runIt(exports, host);
    },
    log: ['enter 1', 'line 0', 'grow 1 to 4 by the host', 'store 1 at 70000 over 0', 'exit 1', 'entered', 'left'],
  },
  {
    name: 'what the host writes, notes and unwinds',
    wasm: buildModule({ functions: [{ exported: 'run', body: [] }], data: counting }),
    run(exports, { log }) {
      log.writes('host', 2, 3);
      new Uint8Array(exports.memory.buffer).fill(0, 2, 5);
      log.writes('script', 4094, 6);
      new Uint8Array(exports.memory.buffer).fill(1, 4094, 4100);
      log.writes('host', 9, 0);
      log.note('call', 5, 6);
      log.note('output', 1, 20);
      exports.memory.grow(1);
      log.checkSize();
      log.checkSize();
      log.depth = 2;
      log.depth = 2;
      log.depth = 0;
    },
    log: [
      ...['host 3 at 2 over 3 4 5', 'script 6 at 4094 over 0 0 0 0 0 0', 'note call 5 6', 'note output 1 20'],
      ...['grow 1 to 2 by the host', 'unwind to 2', 'unwind to 0'],
    ],
  },
  memoryCase(
    'a record longer than the log',
    [...constant(149), ...grow, drop, ...three(65_537, 7, 9_000_000), ...fill],
    inOneCall(['grow 1 to 150', 'fill 9000000 at 65537 over …']),
  ),
  {
    name: 'more records than the log holds',
    wasm: buildModule({
      functions: [
        {
          exported: 'run',
          locals: [i32],
          // A loop of 1,200,000 turns: i32.store of the turn at 4 * (turn & 4095).
          body: [
            ...[0x03, 0x40, 0x20, 0, ...constant(4095), 0x71, ...constant(2), 0x74, 0x20, 0, 0x36, 2, 0],
            ...[0x20, 0, ...constant(1), 0x6a, 0x22, 0, ...constant(1_200_000), 0x49, 0x0d, 0, 0x0b],
          ],
        },
      ],
    }),
    run: runIt,
    log: null,
    sections: 2,
  },
];
