import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changedLines } from './changed-lines.ts';
import { compileBugs } from './compile-bugs.ts';
import { createLessonTools } from './lesson-tools.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const tools = () => createLessonTools(new Map(), join(project, 'build/cache/programs'));

describe('the programs with a bug', () => {
  it('have just the findings that they say, and none once they are fixed', async () => {
    const bugs = await compileBugs(join(project, 'bugs'), await tools());
    expect(bugs.length).toBeGreaterThanOrEqual(8);
    for (const { slug, changes, lines, report, cause, program } of bugs) {
      if (program.panels?.[0] === 'bytes') expect(program.select, slug).not.toBeNull();
      expect(changes, slug).not.toEqual([]);
      expect(lines, slug).not.toEqual([]);
      expect(cause, slug).not.toContain(report);
    }
  }, 120_000);
});

describe('a program that is not as it says', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bugs-'));
    cpSync(join(project, 'bugs/02-total-of-zero'), join(folder, '01-one'), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const replace = (name: string, text: string, other: string) => {
    const path = join(folder, '01-one', name);
    const before = readFileSync(path, 'utf8');
    expect(before).toContain(text);
    writeFileSync(path, before.replace(text, other));
  };

  it('is refused where something else is found in it', async () => {
    replace('lab.js', 'scores + i', '(scores >> 2) + i');
    await expect(compileBugs(folder, await tools())).rejects.toThrow('in `one` is found: nothing');
  });

  it('is refused where what mends it does not', async () => {
    replace('fixed/lab.js', 'scores >> 2', 'scores >> 0');
    await expect(compileBugs(folder, await tools())).rejects.toThrow('in `one-fixed` is found: address as index');
  });

  it('is refused where it names a line that is not there', async () => {
    replace('bug.md', 'lines: [lab.js:6]', 'lines: [lab.js:600]');
    await expect(compileBugs(folder, await tools())).rejects.toThrow(
      /bug\.md:\d+:1: error: `lines`: there is nothing at lab\.js:600/,
    );
  });

  it('is refused where the lab could not begin with what it names', async () => {
    replace('bug.md', 'select: block 1', 'select: block 7');
    await expect(compileBugs(folder, await tools())).rejects.toThrow('`select`: There is no "block 7"');
    replace('bug.md', 'console.log', 'console.error');
    await expect(compileBugs(folder, await tools())).rejects.toThrow('`moment`: no line holds `console.error`');
  });
});

describe('changed lines', () => {
  it('are told with their place, a stretch at a time', () => {
    expect(changedLines('a.js', 'one\ntwo\nthree\nfour', 'zero\none\nthree\n4')).toEqual([
      { path: 'a.js', line: 1, before: [], after: ['zero'] },
      { path: 'a.js', line: 2, before: ['two'], after: [] },
      { path: 'a.js', line: 4, before: ['four'], after: ['4'] },
    ]);
    expect(changedLines('a.js', 'one', 'one')).toEqual([]);
  });
});
