import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { unusedFiles } from './unused-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'pagewise-unused-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('a file or folder that nothing uses is told, with the name that was meant', () => {
  for (const name of ['exercises', 'hello', 'right-loop', '_drafts', 'old']) mkdirSync(join(folder, name));
  for (const name of ['lesson.md', 'lesson.de.md', 'lesson.DE.md', 'lesson_de.md', 'map.svg', 'old.svg', '.hidden'])
    writeFileSync(join(folder, name), '');
  const found = unusedFiles(folder, 'a', [':::program{#one source="hello"}'], new Set(['map.svg']));
  expect(found.map(({ file, message }) => [file, message.split(/[;,]/)[0]])).toEqual([
    ['a/lesson.DE.md', 'no translation is called so'],
    ['a/lesson_de.md', 'no translation is called so'],
    ['a/old', 'nothing in the lesson uses this'],
    ['a/old.svg', 'nothing in the lesson uses this'],
    ['a/right-loop', 'sample solutions lie in `exercises/ID/right-NAME` and `exercises/ID/wrong-NAME`'],
  ]);
});
