import { describe, expect, it } from 'vitest';
import { wasiImports } from './wasi-imports.ts';
import { errno } from './wasi-types.ts';

/** A program's memory, WASI's functions on it, and what they tell of their writes. */
function open(files: readonly { readonly path: string; readonly text: string }[] = []) {
  const memory = new Uint8Array(65_536);
  const written: (readonly [address: number, length: number])[] = [];
  const copied: (readonly [way: string, address: number, length: number, text: string | null])[] = [];
  const wasi = wasiImports({
    arguments: ['né', 'a b'],
    environment: { GREETING: 'hi' },
    files,
    streams: { read: () => new Uint8Array([1, 2]), write: () => undefined },
    buffer: () => memory.buffer,
    beforeWrite: (address, length) => written.push([address, length]),
    onCopied: (...each) => copied.push(each),
  });
  const call = (name: string, ...args: readonly (number | bigint)[]) => wasi[name]?.(...args);
  const view = new DataView(memory.buffer);
  const path = (text: string): [address: number, length: number] => {
    const bytes = new TextEncoder().encode(text);
    memory.set(bytes, 1000);
    return [1000, bytes.length];
  };
  const file = (text: string, flags: number, rights: bigint) =>
    call('path_open', 3, 0, ...path(text), flags, rights, 0n, 0, 8) || view.getUint32(8, true);
  return { memory, written, copied, call, view, path, file };
}

describe('WASI preview 1', () => {
  it('gives a program its arguments, one after the other', () => {
    const { memory, call, view } = open();
    expect(call('args_sizes_get', 4, 8)).toBe(0);
    expect([view.getUint32(4, true), view.getUint32(8, true)]).toEqual([2, 8]);
    expect(call('args_get', 16, 32)).toBe(0);
    expect([view.getUint32(16, true), view.getUint32(20, true)]).toEqual([32, 36]);
    expect(new TextDecoder().decode(memory.subarray(32, 40))).toBe('né\0a b\0');
  });

  it('tells texts and bytes that it copies, and which way', () => {
    const { copied, call, path, file } = open([{ path: 'a.txt', text: 'hello' }]);
    call('args_get', 16, 32);
    call('environ_get', 64, 80);
    call('random_get', 100, 3);
    call('fd_prestat_dir_name', 3, 200, 1);
    file('a.txt', 0, 0n);
    call('path_unlink_file', 3, ...path('b'));
    expect(copied).toEqual([
      ['in', 32, 4, 'né'],
      ['in', 36, 4, 'a b'],
      ['in', 80, 12, 'GREETING=hi'],
      ['in', 100, 3, null],
      ['in', 200, 1, '/'],
      ['out', 1000, 5, 'a.txt'],
      ['out', 1000, 1, 'b'],
    ]);
  });

  it('tells exactly the bytes that it writes', () => {
    const { written, call, view, file } = open([{ path: 'sub/data.txt', text: 'hello' }]);
    const number = file('sub/data.txt', 0, 0x22n);
    view.setUint32(16, 200, true);
    view.setUint32(20, 100, true);
    written.length = 0;
    expect(call('fd_read', number as number, 16, 1, 24)).toBe(0);
    expect(call('fd_read', 0, 16, 1, 24)).toBe(0);
    expect(written).toEqual([
      [200, 5],
      [24, 4],
      [200, 2],
      [24, 4],
    ]);
  });

  it('ends a flood of bytes, of files and of descriptors with an error, and takes files back that nobody can reach', () => {
    const { call, path, file } = open();
    const write = 0x400040n;
    for (let round = 0; round < 3; round++) {
      const number = file('large', 1, write) as number;
      expect(call('fd_filestat_set_size', number, 200_000_000n)).toBe(0);
      expect(call('fd_filestat_set_size', number, 2n ** 40n)).toBe(errno.noSpace);
      expect(call('path_unlink_file', 3, ...path('large'))).toBe(0);
      expect(call('fd_close', number)).toBe(0);
    }
    let last: unknown = 0;
    for (let count = 0; count < 5_000 && last === 0; count++)
      last = call('path_open', 3, 0, ...path('many'), 1, 0n, 0n, 0, 8);
    expect(last).toBe(errno.tooManyOpen);
    last = 0;
    for (let count = 0; count < 200_000 && last === 0; count++)
      last = call('path_create_directory', 3, ...path(String(count)));
    expect(last).toBe(errno.noSpace);
  });

  it('refuses what lies outside of memory, and writes nothing then', () => {
    const { written, call } = open([{ path: 'data.txt', text: 'hello' }]);
    for (const [name, ...args] of [
      ['fd_write', 1, 65_532, 1, 0],
      ['fd_read', 0, 70_000, 1, 0],
      ['fd_write', 1, 0, 0xffff_ffff, 0],
      ['fd_write', 1, 0, 0x2000_0000, 0],
      ['path_open', 3, 0, 65_530, 10, 0, 0n, 0n, 0, 8],
      ['random_get', 65_000, 1_000],
      ['fd_fdstat_get', 1, 65_530],
      ['fd_readdir', 3, 0, 70_000, 0n, 8],
    ] as const)
      expect([name, call(name, ...args)]).toEqual([name, errno.fault]);
    expect(written).toEqual([]);
  });
});
