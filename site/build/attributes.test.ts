import { expect, it } from 'vitest';
import { captionAttribute } from './attributes.ts';

it.each([
  'five fields: `a[i](b)` **',
  'see [padding](lesson:layout)',
  '**twice**',
  'https://example.org',
  ':term[padding]',
])('a caption shows what it is written as, so `%s` is refused where it has more than code', (text) => {
  const read = captionAttribute.safeParse(text);
  expect(read.success).toBe(false);
  expect(read.error?.issues[0]?.message).toMatch(/^a caption is text with `code` in backticks/);
});

it('a caption may have code, and brackets', () => {
  for (const text of ['Bytes `p[0]` to `p[3]`, `f[0](x)`', 'memory [low, high)', undefined])
    expect(captionAttribute.safeParse(text).success).toBe(true);
});
