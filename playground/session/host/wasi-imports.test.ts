import { expect, it } from 'vitest';
import type { FileSystem } from './glue.ts';
import { wasiImports } from './wasi-imports.ts';

it('gives a WASI command its arguments, one after the other, and no folders', () => {
  const memory = new Uint8Array(64);
  const { args_sizes_get, args_get, fd_prestat_get } = wasiImports(
    ['né', 'a b'],
    () => memory,
    () => ({ getStream: () => null }) as unknown as FileSystem,
  );
  expect(args_sizes_get?.(4, 8)).toBe(0);
  const view = new DataView(memory.buffer);
  expect([view.getUint32(4, true), view.getUint32(8, true)]).toEqual([2, 8]);
  expect(args_get?.(16, 32)).toBe(0);
  expect([view.getUint32(16, true), view.getUint32(20, true)]).toEqual([32, 36]);
  expect(new TextDecoder().decode(memory.subarray(32, 40))).toBe('né\0a b\0');
  expect(fd_prestat_get?.(3, 0)).toBe(8);
});
