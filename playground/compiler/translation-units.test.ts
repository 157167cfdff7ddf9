import { expect, it } from 'vitest';
import { translationUnits } from './translation-units.ts';

const paths = (...files: readonly (readonly [path: string, text: string])[]) =>
  translationUnits(files.map(([path, text]) => ({ path, text }))).map(({ path }) => path);

it('compiles each source on its own, but no header and nothing that another file includes', () => {
  expect(paths(['a.c', '#include "b.c"\n'], ['b.c', ''], ['c.c', ''], ['d.h', ''])).toEqual(['a.c', 'c.c']);
  expect(paths(['src/a.cpp', '  #  include "../parts/./b.cpp"'], ['parts/b.cpp', ''])).toEqual(['src/a.cpp']);
});

it('compiles files that include each other or themselves', () => {
  expect(paths(['a.c', '#include "b.c"'], ['b.c', '#include "a.c"'])).toEqual(['a.c', 'b.c']);
  expect(paths(['a.c', '#include "a.c"'])).toEqual(['a.c']);
});
