import { expect, it } from 'vitest';
import { byteMarks } from './byte-marks.ts';
import { ExampleTrace } from './example-trace.ts';
import { framePlaces, variablePlaces } from './moment-places.ts';
import { regionsOf } from './regions.ts';

const moment = await new ExampleTrace().at(8);
const ownersOf = (start: number, end: number) => {
  const marks = byteMarks(moment.state, regionsOf(moment.state), variablePlaces(moment), start, end);
  return marks.map(({ owner, isOwnerStart }) => `${isOwnerStart ? '[' : ''}${owner ?? '·'}`);
};

it('names the variable, the symbol or the block of each byte', () => {
  expect(ownersOf(0x104d6, 0x104da)).toEqual(['sum in add', 'sum in add', '[count in add', 'count in add']);
  expect(ownersOf(0x400, 0x402)).toEqual(['[total', 'total']);
  expect(ownersOf(0x1050f, 0x10511)).toEqual(['·', '[block 1']);
});

it('knows the frames, the innermost first', () => {
  expect(framePlaces(moment).map(({ label }) => label)).toEqual(['frame of add', 'frame of main']);
});
