import { expect, it, vi } from 'vitest';
import { RecentResults } from './recent-results.ts';

it('makes what is asked for once, also while it is being made, and what failed again', async () => {
  const results = new RecentResults<number>(3);
  const make = vi.fn(async () => 1);
  await Promise.all([results.get('a', make), results.get('a', make)]);
  expect(make).toHaveBeenCalledTimes(1);
  await expect(results.get('b', async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(results.get('b', make)).resolves.toBe(1);
});

it('forgets what was used longest ago', async () => {
  const results = new RecentResults<string>(2);
  for (const key of ['a', 'b']) await results.get(key, async () => key);
  void results.known('a');
  await results.get('c', async () => 'c');
  expect(results.known('b')).toBeUndefined();
  await expect(results.known('a')).resolves.toBe('a');
});
