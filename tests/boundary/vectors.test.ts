import { expect, it } from 'vitest';
import { recordBoundary } from './boundary-of.ts';

it('tells the buffers of a call that writes or reads by a list of them, each with its bytes', async () => {
  const program = `#include <emscripten.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>
EMSCRIPTEN_KEEPALIVE char first[4] = "ab\\n", second[3] = {'c', '\\377', '\\n'};
EMSCRIPTEN_KEEPALIVE void say(void) {
  struct iovec parts[3] = {{first, 3}, {first, 0}, {second, 3}};
  writev(1, parts, 3);
}
int main(void) { return 0; }
`;
  const { boundary, trace } = await recordBoundary('main.c', program, 'exports.say();');
  const copies = boundary.parts
    .flatMap((part) => (part.kind === 'crossing' && part.name === 'say' ? part.parts : []))
    .flatMap((part) => (part.kind === 'crossing' && part.name === 'fd_write' ? part.parts : []))
    .filter((part) => part.kind === 'copy');
  expect(copies).toMatchObject([
    { direction: 'out', by: ['fd_write'], string: { encoding: 'UTF-8', units: 3 } },
    { direction: 'out', by: ['fd_write'], string: null }, // no UTF-8
  ]);
  const bytes = copies.map(async ({ step, range }) => [...(await trace.read(step, range))]);
  expect(await Promise.all(bytes)).toEqual([
    [97, 98, 10],
    [99, 255, 10],
  ]);
});

it('tells the texts and bytes of WASI that its host copies without a list', async () => {
  const program = `(module
  (import "wasi_snapshot_preview1" "args_get" (func $args_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "random_get" (func $random_get (param i32 i32) (result i32)))
  (memory (export "memory") 1)
  (func (export "ask")
    (drop (call $args_get (i32.const 16) (i32.const 64)))
    (drop (call $random_get (i32.const 128) (i32.const 5)))))
`;
  const { boundary, trace } = await recordBoundary('main.wat', program, 'exports.ask();');
  const [asked] = boundary.parts;
  const calls = asked?.kind === 'crossing' ? asked.parts.filter((part) => part.kind === 'crossing') : [];
  const copies = calls.flatMap(({ parts }) => parts).filter((part) => part.kind === 'copy');
  expect(copies).toMatchObject([
    { direction: 'in', by: ['args_get'], range: { start: 64 }, string: { encoding: 'UTF-8', units: 7 } },
    { direction: 'in', by: ['random_get'], range: { start: 128, end: 133 }, string: null },
  ]);
  const [name] = copies;
  const bytes = name && (await trace.read(trace.steps, name.range));
  expect(new TextDecoder().decode(bytes)).toBe('program\0');
});
