import { buildModule, type Code, constant, f32, f64, i32, i64, wideConstant } from './build-module.ts';
import { type ModuleCase, runIt } from './module-case.ts';

const call = (index: number): Code => [0x10, index];
const throws: Code = [0x08, 0];
const crossed = ['entered', 'left'];
/** Function 0 calls 1, which calls 2, which throws; 3 does nothing. */
const thrower = [{ body: call(2) }, { body: throws }, { body: [] }];
const empty = ['enter 3', 'line 3', 'exit 3'];
const deep = ['enter 0', 'line 0', 'enter 1', 'line 1', 'enter 2', 'line 2'];

function callCase(
  name: string,
  parts: Parameters<typeof buildModule>[0],
  log: readonly string[],
  needs?: 'second memory',
): ModuleCase {
  return { name, wasm: buildModule(parts), run: runIt, log, ...(needs && { needs }) };
}
const catching = (name: string, body: Code, log: readonly string[], needs?: 'second memory') =>
  callCase(name, { hasTag: true, functions: [{ exported: 'run', body }, ...thrower] }, log, needs);

const set = (index: number, value: Code): Code => [...value, 0x24, index];

export const callCases: readonly ModuleCase[] = [
  callCase('calls', { functions: [{ exported: 'run', body: [...call(1), ...call(1)] }, { body: [] }] }, [
    ...['enter 0', 'line 0', 'enter 1', 'line 1', 'exit 1', 'enter 1', 'line 1', 'exit 1', 'exit 0', ...crossed],
  ]),
  callCase(
    'a return from within blocks, with a value',
    {
      functions: [
        { exported: 'run', body: [...call(1), 0x1a] },
        { results: [i32], body: [0x02, 0x40, 0x03, 0x40, ...constant(4), 0x0f, 0x0b, 0x0b, ...constant(5)] },
      ],
    },
    ['enter 0', 'line 0', 'enter 1', 'line 1', 'exit 1', 'exit 0', ...crossed],
  ),
  callCase(
    'a tail call',
    { functions: [{ exported: 'run', body: [0x12, 1] }, { body: [...constant(2), 0x13, 0, 0] }, { body: [] }] },
    [
      ...['enter 0', 'line 0', 'exit 0', 'enter 1', 'line 1', 'exit 1', 'enter 2', 'line 2', 'exit 2'],
      ...[...crossed, ...crossed, ...crossed],
    ],
  ),
  callCase('a trap', { functions: [{ exported: 'run', body: call(1) }, { body: [0] }] }, [
    ...['enter 0', 'line 0', 'enter 1', 'line 1', 'entered', 'traps'],
  ]),
  callCase(
    'an exception that nothing catches',
    { hasTag: true, functions: [{ exported: 'run', body: call(1) }, ...thrower] },
    [...[...deep, 'entered', 'throws']],
  ),
  catching('a catch', [0x06, 0x40, ...call(1), 0x07, 0, 0x01, 0x0b], [...deep, 'unwind to 1', 'exit 0', ...crossed]),
  catching(
    'a catch of everything',
    [0x06, 0x40, ...call(1), 0x19, 0x0b],
    [...deep, 'unwind to 1', 'exit 0', ...crossed],
  ),
  catching(
    'a catch that throws on to one outside of it',
    [0x06, 0x40, 0x06, 0x40, ...call(1), 0x19, 0x09, 0, 0x0b, 0x19, 0x0b],
    [...deep, 'unwind to 1', 'exit 0', ...crossed],
  ),
  catching(
    'a try that delegates',
    [0x06, 0x40, 0x06, 0x40, ...call(1), 0x18, 0, 0x19, 0x0b],
    [...deep, 'unwind to 1', 'exit 0', ...crossed],
  ),
  catching(
    'a catch of its own function: no frame is over',
    [0x06, 0x40, ...throws, 0x19, 0x0b],
    ['enter 0', 'line 0', 'exit 0', ...crossed],
  ),
  catching(
    'a try_table that leaves a block',
    [0x02, 0x40, 0x1f, 0x40, 1, 2, 0, ...call(1), 0x0b, 0x0b, ...call(3)],
    [...deep, 'unwind to 1', ...empty, 'exit 0', ...crossed],
    'second memory',
  ),
  catching(
    'a try_table that leaves the function',
    [0x1f, 0x40, 1, 0, 0, 0, ...call(1), 0x0b],
    [...deep, 'unwind to 1', 'exit 0', ...crossed],
    'second memory',
  ),
  callCase(
    'a try_table that goes back to a loop',
    {
      hasTag: true,
      globals: [[i32, constant(0)]],
      functions: [
        {
          exported: 'run',
          body: [
            ...[0x03, 0x40, ...call(3), 0x23, 0, 0x45, 0x04, 0x40, ...set(0, constant(1))],
            ...[0x1f, 0x40, 1, 2, 1, ...call(1), 0x0b, 0x0b, 0x0b],
          ],
        },
        ...thrower,
      ],
    },
    [
      ...['enter 0', 'line 0', ...empty, 'global 0 = 1', ...deep.slice(2), 'unwind to 1', ...empty, 'exit 0'],
      ...crossed,
    ],
    'second memory',
  ),
  callCase(
    'globals of every type',
    {
      globals: [
        [i32, constant(0)],
        [i64, wideConstant(0)],
        [f32, [0x43, 0, 0, 0, 0]],
        [f64, [0x44, 0, 0, 0, 0, 0, 0, 0, 0]],
      ],
      functions: [
        {
          exported: 'run',
          body: [
            ...set(0, constant(-1)),
            ...set(1, wideConstant(-2n)),
            ...set(2, [0x43, 0, 0, 0x80, 0x3f]),
            ...set(3, [0x44, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f]),
          ],
        },
      ],
    },
    [
      ...['enter 0', 'line 0', 'global 0 = ffffffff', 'global 1 = fffffffe ffffffff', 'global 2 = 3f800000'],
      ...['global 3 = 0 3ff00000', 'exit 0', ...crossed],
    ],
  ),
  {
    name: 'an allocation and its release',
    wasm: buildModule({
      functions: [
        { exported: 'run', body: [...constant(40), ...call(1), ...call(2)] },
        { exported: 'malloc', parameters: [i32], results: [i32], body: [0x20, 0, ...constant(100), 0x6a] },
        { exported: 'free', parameters: [i32], body: [] },
      ],
    }),
    run: runIt,
    log: [
      ...['enter 0', 'line 0', 'malloc enter 40 0 0', 'enter 1', 'line 1', 'exit 1', 'malloc leave 140'],
      ...['free enter 140 0 0', 'enter 2', 'line 2', 'exit 2', 'free leave 0', 'exit 0', ...crossed],
    ],
  },
  callCase(
    'an allocation that throws',
    {
      hasTag: true,
      functions: [
        { exported: 'run', body: [0x06, 0x40, ...constant(40), ...call(1), 0x1a, 0x19, 0x0b] },
        { exported: 'malloc', parameters: [i32], results: [i32], body: throws },
      ],
    },
    [
      ...['enter 0', 'line 0', 'malloc enter 40 0 0', 'enter 1', 'line 1', 'malloc abandon', 'unwind to 1', 'exit 0'],
      ...crossed,
    ],
  ),
  callCase(
    'an allocation that throws, where try_table catches',
    {
      hasTag: true,
      functions: [
        {
          exported: 'run',
          body: [0x02, 0x40, 0x1f, 0x40, 1, 2, 0, ...constant(40), ...call(1), 0x1a, 0x0b, 0x0b],
        },
        { exported: 'malloc', parameters: [i32], results: [i32], body: throws },
      ],
    },
    [
      ...['enter 0', 'line 0', 'malloc enter 40 0 0', 'enter 1', 'line 1', 'malloc abandon', 'unwind to 1', 'exit 0'],
      ...crossed,
    ],
    'second memory',
  ),
  {
    name: 'a callback: the boundary is crossed where the host says',
    wasm: buildModule({
      imports: [{ name: 'call', parameters: [i32] }],
      functions: [
        { exported: 'run', body: [...constant(7), ...call(0)] },
        { exported: 'back', body: [] },
      ],
    }),
    run(exports, host) {
      host.onCall(() => {
        const { outer, depth } = host.log;
        host.log.outer = depth;
        exports.back?.();
        host.log.outer = outer;
      });
      runIt(exports, host);
    },
    log: ['enter 1', 'line 0', 'enter 2', 'line 1', 'exit 2', 'exit 1', 'entered', 'entered', 'left', 'left'],
  },
  {
    name: 'a start function, which runs when the host is there',
    wasm: buildModule({
      functions: [{ exported: 'run', body: [] }, { body: [...constant(8), ...constant(1), 0x36, 2, 0] }],
      start: 1,
    }),
    run(exports, host) {
      exports['pagewise.start']?.();
      runIt(exports, host);
    },
    log: ['enter 1', 'line 1', 'store 4 at 8 over 0', 'exit 1', 'enter 0', 'line 0', 'exit 0', ...crossed, ...crossed],
  },
];
