import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { embindPrograms } from '../embind/programs.ts';
import { runInLab } from './lab-run.ts';
import { rightScripts } from './right-scripts.ts';

const toolbox = readFileSync(new URL('toolbox.cpp', import.meta.url), 'utf8');
const replayed = new URL('../replay/programs/', import.meta.url);

/** Findings of views, which a correct script has none of. */
const ofViews = ['detached view', 'outside of a view', 'misaligned view', 'view too long'];
const ofUnits = [
  'address as index',
  'index as address',
  'bytes as elements',
  'address between elements',
  'use-after-free',
];

async function findingsOf(path: string, text: string, script: string): Promise<readonly string[]> {
  const { trace } = await runInLab(path, text, script);
  return (await trace.findings()).map(({ kind, text: told }) => `${kind}: ${told}`);
}

async function viewFindingsOf(path: string, text: string, script: string): Promise<readonly string[]> {
  const found = await findingsOf(path, text, script);
  return found.filter((told) => [...ofViews, ...ofUnits].some((kind) => told.startsWith(kind)));
}

describe('a script that uses views as it should has no finding', () => {
  it.each(Object.entries(rightScripts))('%s', async (_name, script) => {
    expect(await findingsOf('main.cpp', toolbox, script)).toEqual([]);
  });
});

describe('a program of another test has no finding of views', () => {
  it.each(embindPrograms().map(({ name, text, script }) => [name, text, script] as const))(
    '%s of Embind',
    async (name, text, script) => {
      expect(await viewFindingsOf(`${name}.cpp`, text, script)).toEqual([]);
    },
  );

  // One of them asks a detached view for its length, on purpose.
  const isWrong = (name: string) => name === 'growth-by-javascript.js';
  const scripts = readdirSync(replayed).filter((name) => name.endsWith('.js') && !isWrong(name));
  it.each(scripts)('%s of replay', async (name) => {
    const read = (path: string) => readFileSync(new URL(path, replayed), 'utf8');
    const path = [name.replace('.js', '.cpp'), name.replace('.js', '.c')].find((each) =>
      existsSync(new URL(each, replayed)),
    );
    expect(await viewFindingsOf(path ?? '', read(path ?? ''), read(name))).toEqual([]);
  });
});
