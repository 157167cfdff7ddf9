import { beforeAll, expect, it } from 'vitest';
import { defaultSettings } from '../../playground/compiler/compilation.ts';
import type { RawMoment } from '../../playground/trace/raw-moment.ts';
import type { ReplayEngine } from '../../playground/trace/replay-engine.ts';
import { compileProgram, corpusProgram } from './corpus.ts';
import { replayed } from './exactness.ts';
import { engine, performInNode } from './node-stage.ts';
import { freezeChance, unlimited } from './perform.ts';

freezeChance();

let kinds: ReplayEngine;
let references: ReplayEngine;
beforeAll(async () => {
  kinds = await replayOf('kinds-of-values.cpp');
  references = await replayOf('references.cpp');
});

async function replayOf(program: string, settings = defaultSettings): Promise<ReplayEngine> {
  const wasm = await compileProgram(corpusProgram(program, settings));
  const { messages } = await performInNode({ wasm, script: '' }, { recorded: true, stepLimit: unlimited });
  return await replayed(engine, wasm, messages);
}

/** The moment when a line is first about to run. */
function atLine(line: number, replay = kinds): RawMoment {
  for (let step = 0; step <= replay.steps; step++) {
    replay.seek(step);
    const moment = replay.moment();
    if (moment.at.place?.line === line) return moment;
  }
  throw new Error(`line ${line} never runs`);
}

const variableOf = ({ frames }: RawMoment, name: string) =>
  frames.at(-1)?.variables.find(({ value }) => value.name === name)?.value;
const namesOfGlobals = ({ globals }: RawMoment) => globals.map(({ value }) => value.name);

it('a static variable is among those of its function while that runs, else among the global ones', () => {
  const inside = atLine(18);
  expect(variableOf(inside, 'calls')).toMatchObject({ text: '11', state: 'known' });
  expect(namesOfGlobals(inside)).toEqual([]);
  expect(namesOfGlobals(atLine(53))).toEqual(['count::calls']);
});

it('an array of variable length is not there before its declaration, and uninitialised where nothing was written', () => {
  expect(variableOf(atLine(22), 'items')).toMatchObject({ state: 'optimised-out', parts: [] });
  expect(variableOf(atLine(24), 'items')?.parts).toMatchObject([
    { text: '7', state: 'known' },
    { text: '', state: 'uninitialised' },
  ]);
});

it('a variable that another of an inner scope hides is told beside it', () => {
  const { frames } = atLine(46);
  const values = frames.at(-1)?.variables.filter(({ value }) => value.name === 'value');
  expect(values?.map(({ value }) => value.text)).toEqual(['1', '2']);
});

it('a reference reads as what it refers to, uninitialised as that', () => {
  const before = variableOf(atLine(10, references), 'other');
  expect(before).toMatchObject({ text: '', state: 'uninitialised' });
  expect(before?.pointsTo).toBe(variableOf(atLine(10, references), 'late')?.address);
  expect(variableOf(atLine(11, references), 'other')).toMatchObject({ text: '3', state: 'known' });
});

it('an object without a field is known, wherever it is', () => {
  expect(variableOf(atLine(4, references), 'nothing')).toMatchObject({ state: 'known', parts: [] });
});

it('a variable is not there where another took over its Wasm local', async () => {
  const moment = atLine(4, await replayOf('reused-local.c', { ...defaultSettings, optimisation: 'O2' }));
  expect(variableOf(moment, 'value')).toMatchObject({ text: '3', state: 'known' });
  expect(variableOf(moment, 'from')).toMatchObject({ text: '', state: 'unavailable' });
});

it('parameters in Wasm locals are known, of one word and of two', async () => {
  const replay = await replayOf('values-in-locals.c', { ...defaultSettings, optimisation: 'O2' });
  const begun = atLine(5, replay);
  expect(variableOf(begun, 'count')).toMatchObject({ text: '3', state: 'known' });
  expect(variableOf(begun, 'step')).toMatchObject({ text: '5000000000', state: 'known' });
});

it('a variable is not there before its declaration where another may have its bytes', async () => {
  const replay = await replayOf('shared-frame-bytes.c', { ...defaultSettings, optimisation: 'O2' });
  expect(variableOf(atLine(16, replay), 'first')?.state).toBe('known');
  expect(variableOf(atLine(16, replay), 'second')).toMatchObject({ text: '', state: 'unavailable', parts: [] });
  expect(variableOf(atLine(20, replay), 'second')?.parts[0]?.parts[3]).toMatchObject({ text: '12', state: 'known' });
});
