import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StatedCheck } from '../../playground/lesson/exercise.ts';
import type { Html } from '../../playground/lesson/html.ts';
import type { ExerciseToProve } from '../build/lesson-build-tools.ts';
import { exampleProgram } from '../build/testing-tools.ts';
import { missingSamples } from './prove-samples.ts';
import { readSamples, strayFolders } from './read-samples.ts';

const checks: readonly StatedCheck[] = [
  { source: 'no-leak', check: { kind: 'no-leak' }, statement: '' as Html, advice: null },
];
const script = { path: 'lab.js', text: 'main();\n' };
const withCode = (text: string) => ({
  ...exampleProgram,
  id: 'sum',
  files: [{ path: 'main.cpp', text }],
  javascript: script,
});
const exercise: ExerciseToProve = { checks, starter: withCode('start'), solution: withCode('solved') };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pagewise-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const write = (path: string, text: string) => {
  const full = join(folder, 'exercises', path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text);
};
const read = () => readSamples(folder, 'lesson', exercise);
const messages = () => read().problems.map(({ file, message }) => `${file}: ${message}`);

describe('sample solutions beside an exercise', () => {
  it('are folders of files; what they do not give is the starter’s', () => {
    write('sum/right-loop/main.cpp', 'loop');
    write('sum/wrong-keeps/lab.js', '// fails: no-leak\nkeep();\n');
    write('sum/wrong-syntax/main.cpp', '/* fails: does not compile */\n{');
    const { samples, problems } = read();
    expect(problems).toEqual([]);
    expect(samples.map(({ name, fails, file }) => [name, fails, file])).toEqual([
      ['right-loop', null, 'lesson/exercises/sum/right-loop/main.cpp'],
      ['wrong-keeps', 'no-leak', 'lesson/exercises/sum/wrong-keeps/lab.js'],
      ['wrong-syntax', 'does not compile', 'lesson/exercises/sum/wrong-syntax/main.cpp'],
    ]);
    expect(samples[0]?.program).toEqual(withCode('loop'));
    expect(samples[1]?.program.files).toEqual(exercise.starter.files);
  });

  it('are refused when they do not say what they prove', () => {
    write('sum/right-one/main.cpp', '// fails: no-leak\n1');
    write('sum/wrong-silent/main.cpp', '2');
    write('sum/wrong-reason/main.cpp', '// fails: no-leek\n3');
    write('sum/other/main.cpp', '4');
    expect(messages()).toEqual([
      'lesson/exercises/sum/other: a sample solution is a folder `right-…` or `wrong-…`, in small letters, digits and hyphens',
      'lesson/exercises/sum/right-one/main.cpp: a right solution fails nothing; remove the line `fails:`',
      'lesson/exercises/sum/wrong-reason/main.cpp: the exercise has no check `no-leek`; write `no-leak`',
      'lesson/exercises/sum/wrong-silent/main.cpp: one file of a wrong solution begins with `// fails: `, then the first check that it fails',
    ]);
  });

  it('are refused when they are another’s code again', () => {
    write('sum/right-again/main.cpp', 'sol ved // with a comment');
    expect(messages()).toEqual([
      'lesson/exercises/sum/right-again/main.cpp: this is the same code as the solution; a sample differs by more than comments and spaces',
    ]);
  });

  it('belong to an exercise of the lesson', () => {
    write('som/right-one/main.cpp', '1');
    expect(strayFolders(folder, 'lesson', ['sum']).map(({ message }) => message)).toEqual([
      'this lesson has no exercise `som`; write one of `sum`',
    ]);
  });

  it('are enough with three right ones, the solution among them, and five wrong ones', () => {
    for (const name of ['a', 'b']) write(`sum/right-${name}/main.cpp`, name);
    for (const name of ['c', 'd', 'e', 'f']) write(`sum/wrong-${name}/main.cpp`, `// fails: no-leak\n${name}`);
    expect(missingSamples(read().samples)).toMatch(/^3 right and 4 wrong solutions lie beside this exercise/);
    write('sum/wrong-g/main.cpp', '// fails: no-leak\ng');
    expect(missingSamples(read().samples)).toBeNull();
  });
});
