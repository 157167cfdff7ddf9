import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { arrows } from './arrows.ts';
import { projectFiles, root } from './project-files.ts';

const { folders, mayImport } = arrows(readFileSync(join(root, 'docs/architecture.md'), 'utf8'));
/** The innermost folder of the table in which a path lies, or null. */
const folderOf = (path: string): string | null =>
  folders.filter((folder) => path.startsWith(`${folder}/`)).sort((a, b) => b.length - a.length)[0] ?? null;

describe('imports follow docs/architecture.md', () => {
  const sources = projectFiles(/^(playground|site)\/.*\.tsx?$/).filter((path) => !path.includes('.test.'));
  it.each(folders.filter((folder) => /^(playground|site)/.test(folder)))('%s', (folder) => {
    const wrong = sources
      .filter((path) => folderOf(path) === folder)
      .flatMap((path) => importsOf(path).map((imported) => ({ path, imported, to: folderOf(imported) })))
      .filter(({ to }) => to !== null && to !== folder && !mayImport(folder, to));
    expect(wrong).toEqual([]);
  });

  it('every source file lies in a folder that the page names', () => {
    expect(sources.filter((path) => folderOf(path) === null)).toEqual([]);
  });
});

describe('the engine’s folders include only what lies below them', () => {
  const below: Readonly<Record<string, readonly string[]>> = {
    wasm: [],
    heap: [],
    record: [],
    text: ['wasm'],
    debug: ['wasm'],
    replay: ['heap', 'record'],
    rewrite: ['wasm', 'heap', 'record', 'debug'],
    checks: ['wasm', 'replay', 'rewrite'],
    explain: ['wasm', 'heap', 'record', 'replay', 'debug', 'text', 'rewrite', 'checks'],
    api: ['wasm', 'heap', 'record', 'replay', 'debug', 'text', 'rewrite', 'checks', 'explain'],
  };
  it.each(Object.entries(below))('%s', (folder, allowed) => {
    const files = projectFiles(new RegExp(`^runtime/engine/${folder}/.*\\.(cpp|h)$`));
    expect(files).not.toEqual([]);
    const included = files.flatMap((path) =>
      [...readFileSync(join(root, path), 'utf8').matchAll(/^#include "(\w+)\//gm)].map(([, to]) => to),
    );
    expect([...new Set(included)].filter((to) => to !== folder && !allowed.includes(to ?? ''))).toEqual([]);
  });
});

/** Project paths that a file imports, tests aside. */
function importsOf(path: string): readonly string[] {
  const text = readFileSync(join(root, path), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, to]) =>
    normalize(join(dirname(path), to ?? '')),
  );
}
