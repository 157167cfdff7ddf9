import { expect, it } from 'vitest';
import { fileNameProblem } from './file-names.ts';

it.each(['list.h', 'src/list.cpp', 'a-b+c.hpp', '2.c'])('%s can be added', (name) => {
  expect(fileNameProblem(name, ['main.cpp'])).toBeNull();
});

it.each(['', 'list', 'a b.h', '../a.h', '/a.h', 'a//b.h', '.h', 'x.js', 'main.cpp', 'a\\b.c'])(
  '"%s" cannot',
  (name) => {
    expect(fileNameProblem(name, ['main.cpp'])).toMatch(/\.$/);
  },
);
