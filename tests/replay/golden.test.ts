import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { defaultSettings } from '../../playground/compiler/compilation.ts';
import { noteKinds } from '../../playground/trace/log.ts';
import type { RawFrame, RawMoment } from '../../playground/trace/raw-moment.ts';
import type { ReplayEngine } from '../../playground/trace/replay-engine.ts';
import { compileProgram, corpusProgram } from './corpus.ts';
import { replayed } from './exactness.ts';
import { engine, performInNode } from './node-stage.ts';
import { freezeChance, unlimited } from './perform.ts';

freezeChance();

// GOLDEN=1 npx vitest run tests/replay/golden.test.ts writes the files anew.
const isWriting = process.env.GOLDEN === '1';

it.each([
  'at-exit.cpp',
  'exceptions-rethrown.cpp',
  'growth-by-javascript.cpp',
  'kinds-of-values.cpp',
  'long-jump.c',
  'loops-without-heads.c',
  'mixed-allocation.cpp',
  'nested-calls.cpp',
  'function-pointers.c -O2',
  'tail-calls.c -O2',
])('the steps of %s are those of its golden file', async (name) => {
  const [path = '', isOptimised] = name.split(' ');
  const program = corpusProgram(path, { ...defaultSettings, optimisation: isOptimised ? 'O2' : 'O0' });
  const wasm = await compileProgram(program);
  const { messages } = await performInNode({ wasm, script: program.script }, { recorded: true, stepLimit: unlimited });
  const told = tellSteps(await replayed(engine, wasm, messages));
  const file = new URL(`golden/${path}.txt`, import.meta.url);
  if (isWriting) {
    mkdirSync(new URL('.', file), { recursive: true });
    writeFileSync(file, told);
  }
  expect(existsSync(file)).toBe(true);
  expect(told).toBe(readFileSync(file, 'utf8'));
});

/** A line for each step: its number, where it stands, the open calls of the program's own functions; below it what happened before the next. */
function tellSteps(replay: ReplayEngine): string {
  const lines: string[] = [];
  let before: RawMoment | null = null;
  for (let step = 0; step <= replay.steps; step++) {
    replay.seek(step);
    const moment = replay.moment();
    if (before) for (const event of tellEvents(before, moment)) lines.push(`      ${event}`);
    lines.push(`${String(step).padStart(4)}  ${tellPlace(moment)}`);
    before = moment;
  }
  return `${lines.join('\n')}\n`;
}

function tellPlace({ at, depth, frames }: RawMoment): string {
  const own = frames.filter(({ isLibrary }) => !isLibrary);
  const calls = own.map(({ name }) => name).join(' > ');
  if (at.note) return `JavaScript: ${noteKinds[at.note[0]]}, line ${at.note[1]}`;
  if (!at.place) return 'the end';
  return `${at.place.path.replace(/^.*\//, '')}:${at.place.line}  depth ${depth}  ${calls}${tellVariables(own.at(-1))}`;
}

/** Variables of the innermost function whose values do not depend on where things lie. */
function tellVariables(frame: RawFrame | undefined): string {
  const told = (frame?.variables ?? []).filter(({ value }) => value.state === 'known' && value.pointsTo === null);
  const texts = told.filter(({ value }) => value.text).map(({ value }) => `${value.name} = ${value.text}`);
  return texts.length > 0 ? `  (${texts.join(', ')})` : '';
}

function tellEvents(before: RawMoment, after: RawMoment): readonly string[] {
  const events: string[] = [];
  const [liveBlocks = 0, liveBytes = 0, freedBlocks = 0] = after.heap;
  if (after.heap.join() !== before.heap.join()) {
    events.push(`heap: ${liveBlocks} live blocks of ${liveBytes} bytes, ${freedBlocks} freed`);
  }
  for (const [from, to, byHost] of after.growths.slice(before.growths.length)) {
    events.push(`memory grows from ${from} to ${to} pages${byHost ? ' by the host' : ''}`);
  }
  if (after.output !== before.output) events.push(`${after.output - before.output} characters are printed`);
  if (after.lastView !== before.lastView) events.push(`view ${after.lastView} is made`);
  if (after.stackLow !== before.stackLow && before.stackLow !== null && after.stackLow !== null) {
    events.push(`the stack reaches ${before.stackLow - after.stackLow} bytes lower`);
  }
  return events;
}
