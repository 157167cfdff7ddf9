import { buildModule, type Code, constant, i32 } from './build-module.ts';

const at = (memory: number): Code => [0x40, memory, 0];
const counter: Code = [0x23, 0];
const masked = (mask: number): Code => [...counter, ...constant(mask), 0x71];
const [add, drop, eqz, end] = [0x6a, 0x1a, 0x45, 0x0b];

/** Counts on by 4; writes to three memories, the third from the second, and makes that one grow now and then. */
const step: Code = [
  ...[...counter, ...constant(4), add, 0x24, 0],
  ...[...masked(0xfffc), ...counter, 0x36, ...at(1)],
  ...[...masked(0xffff), ...counter, 0x3a, ...at(0)],
  ...[...masked(0xfff0), ...masked(0xfff0), ...constant(20), 0xfc, 10, 2, 1],
  ...[...masked(0xfff), eqz, 0x04, 0x40, ...constant(1), 0x40, 2, drop, end],
];

/** A program with three memories whose function without lines is called 30,000 times: each call is a step. */
export const severalMemoriesProgram = buildModule({
  functions: [
    {
      exported: 'main',
      results: [i32],
      locals: [i32],
      body: [
        ...[0x03, 0x40, 0x10, 1],
        ...[0x20, 0, ...constant(1), add, 0x22, 0, ...constant(30_000), 0x49, 0x0d, 0, end],
        ...constant(0),
      ],
    },
    { body: step },
  ],
  otherMemories: [
    [1, 4],
    [2, 8],
  ],
  globals: [[i32, constant(0)]],
});
