import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CodePlace } from '../../playground/trace/memory-state.ts';
import type { Finding } from '../../playground/trace/trace.ts';
import { runInLab } from './lab-run.ts';

const folder = new URL('wrong/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const programs = readdirSync(folder).filter((name) => name.endsWith('.cpp'));

/** As the programs expect it: `detached view at lab.js:4, because of main.cpp:9`. */
function inShort({ kind, place, cause }: Finding): string {
  const at = (where: CodePlace | null) => `${where?.path}:${where?.line}`;
  return `${kind} at ${at(place)}${cause ? `, because of ${at(cause.place)}` : ''}`;
}

describe('a script that uses views in one wrong way', () => {
  it.each(programs)('has just these findings, with the guilty line and the cause: %s', async (name) => {
    const script = read(name.replace('.cpp', '.js'));
    const expected = [...script.matchAll(/^\/\/ expect: (.+)$/gm)].map(([, finding]) => finding);
    const { trace } = await runInLab('main.cpp', read(name), script);
    expect((await trace.findings()).map(inShort)).toEqual(expected);
  });
});
