import { expect, it } from 'vitest';
import { defaultSettings } from '../../playground/compiler/compilation.ts';
import { noteKinds } from '../../playground/trace/log.ts';
import type { ReplayEngine } from '../../playground/trace/replay-engine.ts';
import { compileProgram, corpusProgram } from './corpus.ts';
import { replayed } from './exactness.ts';
import { engine, performInNode } from './node-stage.ts';
import { unlimited } from './perform.ts';

// Runs end before lines of the program, so what holds at the steps of a script is told here by what the script wrote.

async function replayOf(path: string, script: string): Promise<ReplayEngine> {
  const wasm = await compileProgram(corpusProgram(path, defaultSettings));
  const { messages } = await performInNode({ wasm, script }, { recorded: true, stepLimit: unlimited });
  return replayed(engine, wasm, messages);
}

/** What `tell` finds at each step of a kind. */
function atNotes<Told>(replay: ReplayEngine, kind: (typeof noteKinds)[number], tell: () => Told): readonly Told[] {
  const found: Told[] = [];
  for (let step = 0; step < replay.steps; step++) {
    replay.seek(step);
    const { note } = replay.moment().at;
    if (note && noteKinds[note[0]] === kind) found.push(tell());
  }
  return found;
}

it('a write of a script is there at its next step, and not before', async () => {
  const replay = await replayOf(
    'growth-by-javascript.cpp',
    `const first = new Uint8Array(memory.buffer, 200_000, 4);
     first[0] = 1;
     const second = new Uint8Array(memory.buffer, 200_000, 4);
     second[0] = 2;
     memory.grow(1);
     new Uint8Array(memory.buffer, 200_000, 4)[0] = 3;`,
  );
  const byte = () => replay.read(200_000, 1)[0];
  expect(atNotes(replay, 'statement', byte)).toEqual([0, 0, 1, 1, 2, 2]);
  expect(atNotes(replay, 'scripted', byte)).toEqual([3]);
});

it('memory is as small as before at the step that makes it grow, and larger at the next', async () => {
  const replay = await replayOf('growth-by-javascript.cpp', 'memory.grow(1);\nmemory.grow(2);\nglobalThis.end = 1;');
  replay.seek(0);
  const start = replay.pages;
  const sizes: (readonly [what: string | null, pages: number])[] = [];
  for (let step = 0; step < replay.steps; step++) {
    replay.seek(step);
    const { note } = replay.moment().at;
    if (note) sizes.push([noteKinds[note[0]] ?? null, replay.pages - start]);
  }
  expect(sizes.slice(sizes.findIndex(([what]) => what === 'statement'))).toEqual([
    ...[
      ['statement', 0],
      ['statement', 1],
      ['statement', 3],
    ],
    ...[['scripted', 3]],
  ]);
});

it('a write of a script that then throws is there at its end', async () => {
  const replay = await replayOf(
    'growth-by-javascript.cpp',
    `new Uint8Array(memory.buffer, 200_000, 4)[0] = 5;
     throw new Error('on purpose');`,
  );
  expect(atNotes(replay, 'scripted', () => replay.read(200_000, 1)[0])).toEqual([5]);
});

it('memory that a callback made larger before it threw is that large in the frames that it leaves', async () => {
  const replay = await replayOf(
    'javascript-throws.cpp',
    `try { Module.around(() => { memory.grow(1); throw new Error('late'); }, 2); } catch {}`,
  );
  const destructor = /~Mark/;
  const pages: number[] = [];
  for (let step = 0; step < replay.steps; step++) {
    replay.seek(step);
    if (destructor.test(replay.moment().frames.at(-1)?.name ?? '')) pages.push(replay.pages);
  }
  expect(pages).toEqual([5, 5]);
});

it('frames that an exception left are over when the script goes on', async () => {
  const replay = await replayOf(
    'javascript-throws.cpp',
    `try { Module.around(() => { throw new Error('late'); }, 2); } catch {}
     globalThis.end = 1;`,
  );
  const ofProgram = /around|ask|invoke/;
  const open = () => replay.moment().frames.filter(({ name }) => ofProgram.test(name ?? '')).length;
  expect(atNotes(replay, 'statement', open).at(-1)).toBe(0);
});
