import { expect, it } from 'vitest';
import { fileNameProblem } from './file-names.ts';

it.each(['list.h', 'src/list.cpp', 'a-b+c.hpp', '2.c', 'view.js', 'src/console.c'])('%s can be added', (name) => {
  expect(fileNameProblem(name, ['main.cpp'])).toBeNull();
});

it.each([
  '',
  'list',
  'a b.h',
  '../a.h',
  '/a.h',
  'a//b.h',
  '.h',
  'x.py',
  'main.cpp',
  'Main.cpp',
  'main.cpp/x.h',
  'con.h',
  'a/NUL.txt.c',
  'a\\b.c',
  `${'a'.repeat(90)}.h`,
])('"%s" cannot', (name) => {
  expect(fileNameProblem(name, ['main.cpp'])).toMatch(/\.$/);
});

it.each([
  ['ä.h', 'no “ä”'],
  ['a\u0308.h', 'no “ä”'],
  ['my file.cpp', 'no spaces'],
  ['a\\b.c', 'no “\\”'],
  ['smile😀.c', 'no “😀”'],
])('of %s is said which characters it may have, and which it may not', (name, part) => {
  expect(fileNameProblem(name, [])).toContain('letters from a to z and A to Z, digits, and any of _ . + - and /');
  expect(fileNameProblem(name, [])).toContain(part);
});
