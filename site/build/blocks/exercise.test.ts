import type { List } from 'mdast';
import { expect, it } from 'vitest';
import { parseCheck } from '../../../playground/exercises/parse-check.ts';
import type { Html } from '../../../playground/lesson/html.ts';
import { ErrorList } from '../author-errors.ts';
import type { ProgramSource } from '../executed-program.ts';
import { parseMarkdown } from '../markdown.ts';
import { readChecks } from './exercise.ts';

const starter = {
  files: [{ path: 'main.cpp', text: 'int answer;\n\n// Leave this.\nint main() {}\n' }],
  javascript: null,
} as Partial<ProgramSource> as ProgramSource;

function read(code: string) {
  const errors = new ErrorList('lesson.md');
  const list = parseMarkdown(`- \`${code}\` It stays.`, errors).children[0] as List;
  const [stated] = readChecks(list, parseCheck, () => '' as Html, errors, starter);
  return stated?.check ?? errors.errors.map(({ column, message }) => `${column}: ${message}`);
}

it('gives a check what of the starter has to stay', () => {
  expect(read('unchanged main.cpp')).toMatchObject({ stays: 'int answer;\n\n\nint main() {}' });
  expect(read('unchanged main.cpp from "main"')).toMatchObject({ stays: 'int main() {}' });
});

it.each([
  ['unchanged lab.js', '14: the starter has no file `lab.js`'],
  ['no-leaks', '4: there is no check `no-leaks`; write `no-leak`'],
  [
    'unchanged main.cpp from "Leave"',
    "23: `Leave` is not in exactly one line of the starter's `main.cpp`, comments left out",
  ],
  [
    'unchanged main.cpp from "int"',
    "23: `int` is not in exactly one line of the starter's `main.cpp`, comments left out",
  ],
])('says where %s is wrong', (code, message) => {
  expect(read(code)).toEqual([message]);
});
