import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { createLessonTools } from '../build/lesson-tools.ts';
import { checkBugs } from './check-bugs.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bugs-'));
afterEach(() => rmSync(folder, { recursive: true }));

it('tells what is wrong with a program with a bug, at its line', async () => {
  cpSync(join(project, 'bugs/02-total-of-zero'), join(folder, '01-one'), { recursive: true });
  const text = join(folder, '01-one/bug.md');
  writeFileSync(text, readFileSync(text, 'utf8').replace('lines: [lab.js:6]', 'lines: [lab.js:60]'));
  const tools = await createLessonTools(new Map(), join(project, 'build/cache/programs'));
  expect(await checkBugs(folder, { ...tools, keep: (_of, make) => make() })).toEqual([
    {
      file: expect.stringMatching(/01-one\/bug\.md$/),
      line: 6,
      column: 1,
      message: '`lines`: there is nothing at lab.js:60',
    },
  ]);
});
