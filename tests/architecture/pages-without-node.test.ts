import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './project-files.ts';

it('what compiles lessons in a page asks nothing of Node', () => {
  const reached = new Set(['site/author/lesson-compiler.worker.ts', 'site/author/author-desk.tsx']);
  const wrong: string[] = [];
  // A set that grows while it is gone through: what is added is visited too.
  for (const path of reached) {
    const text = readFileSync(join(root, path), 'utf8').replace(/^import type .*$/gm, '');
    for (const [, from = ''] of text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)) {
      if (from.startsWith('node:')) wrong.push(`${path} imports ${from}`);
      const next = normalize(join(dirname(path), from));
      if (/^\.{1,2}\/.*\.tsx?$/.test(from) && existsSync(join(root, next))) reached.add(next);
    }
  }
  expect(reached).toContain('site/build/compile-lesson.ts');
  expect(wrong).toEqual([]);
});
