import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CodePlace } from '../../playground/trace/memory-state.ts';
import type { Finding } from '../../playground/trace/trace.ts';
import { runInLab } from './lab-run.ts';

const folder = new URL('wrong/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
const toolbox = readFileSync(new URL('toolbox.cpp', import.meta.url), 'utf8');

/** The program that stands beside a script, or else the one that most of them use. */
function programOf(script: string): string {
  const own = new URL(script.replace('.js', '.cpp'), folder);
  return existsSync(own) ? readFileSync(own, 'utf8') : toolbox;
}

/** As the programs expect it: `detached view at lab.js:4, because of main.cpp:9`. */
function inShort({ kind, place, cause }: Finding): string {
  const at = (where: CodePlace | null) => `${where?.path}:${where?.line}`;
  return `${kind} at ${at(place)}${cause ? `, because of ${at(cause.place)}` : ''}`;
}

describe('a script that uses views in one wrong way', () => {
  it.each(scripts)('has just these findings, with the guilty line and the cause: %s', async (name) => {
    const script = read(name);
    const expected = [...script.matchAll(/^\/\/ expect: (.+)$/gm)].map(([, finding]) => finding);
    const { trace } = await runInLab('main.cpp', programOf(name), script);
    expect((await trace.findings()).map(inShort)).toEqual(expected);
  });
});
