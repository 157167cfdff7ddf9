import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createKeep, removeUnused } from './keep.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pagewise-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const keeping = (maker = 'one') => createKeep(folder, () => maker);
const fileOf = (): string => join(folder, readdirSync(folder)[0] ?? '');

describe('what is kept', () => {
  it('is made once for the same content, by the same code', async () => {
    const make = vi.fn(async () => ({ ids: new Set(['a']), bytes: new Uint8Array([1, 2]) }));
    const made = await keeping()(['x', 1], make);
    expect(await keeping()(['x', 1], make)).toEqual(made);
    expect(make).toHaveBeenCalledTimes(1);
    await keeping()(['x', 2], make);
    await keeping('two')(['x', 1], make);
    expect(make).toHaveBeenCalledTimes(3);
  });

  it('is made once for those who ask at the same time, and each has its own', async () => {
    const make = vi.fn(async () => ({ bytes: new Uint8Array([1, 2]) }));
    const keep = keeping();
    const [one, other] = await Promise.all([keep('x', make), keep('x', make)]);
    expect(other).toEqual(one);
    expect(other).not.toBe(one);
    expect(make).toHaveBeenCalledTimes(1);
    const failing = vi.fn(() => Promise.reject(new Error('no')));
    const both = await Promise.allSettled([keep('y', failing), keep('y', async () => 'made')]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });

  it('is made anew when its file is damaged in any byte, cut short, or another’s', async () => {
    await keeping()('x', async () => 'right');
    const path = fileOf();
    const whole = readFileSync(path);
    for (let at = 0; at < whole.length; at++) {
      const damaged = Uint8Array.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0x10;
      writeFileSync(path, damaged);
      expect(await keeping()('x', async () => 'anew')).toBe('anew');
      writeFileSync(path, whole.subarray(0, at));
      expect(await keeping()('x', async () => 'anew')).toBe('anew');
    }
    writeFileSync(path, whole);
    rmSync(path);
    await keeping()('y', async () => 'foreign');
    renameSync(fileOf(), path);
    expect(await keeping()('x', async () => 'own')).toBe('own');
  });

  it('is nothing when making fails, or the result is not to last', async () => {
    await expect(keeping()('x', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(
      await keeping()(
        'x',
        async () => 'first',
        () => false,
      ),
    ).toBe('first');
    expect(await keeping()('x', async () => 'second')).toBe('second');
  });

  it('goes away when it was not used for 30 days', async () => {
    const daysAgo = (days: number) =>
      utimesSync(fileOf(), days * -86_400 + Date.now() / 1000, days * -86_400 + Date.now() / 1000);
    const make = vi.fn(async () => 'made');
    await keeping()('x', make);
    daysAgo(31);
    await keeping()('x', make);
    removeUnused(folder);
    daysAgo(29);
    removeUnused(folder);
    expect(readdirSync(folder)).toHaveLength(1);
    daysAgo(31);
    removeUnused(folder);
    expect(readdirSync(folder)).toEqual([]);
    expect(make).toHaveBeenCalledTimes(1);
  });
});
