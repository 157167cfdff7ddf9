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

it('tells where in its view a byte lies, by element and by byte offset', () => {
  const view = { id: 4, type: 'Int16Array', byteOffset: 0x10510, length: 4, bytesPerElement: 2, tracksLength: false };
  const of = (type: string) => {
    const views = [{ ...view, type, madeBy: 'script', madeAtLine: 1, madeInStep: 1, state: { kind: 'live' } }];
    const state = { ...moment.state, views } as unknown as typeof moment.state;
    return byteMarks(state, regionsOf(state), [], 0x1050f, 0x10514).map(({ view: mark }) => mark?.at ?? null);
  };
  expect(of('Int16Array')).toEqual([
    ...[null, 'element 0, byte offset 0x0', 'byte 1 of element 0, byte offset 0x1'],
    ...['element 1, byte offset 0x2', 'byte 1 of element 1, byte offset 0x3'],
  ]);
  expect(of('DataView')[2]).toBe('byte offset 0x1');
});

it('rules off the elements of the newest view, or of the one that is chosen', () => {
  const view = { byteOffset: 0x10510, madeBy: 'script', madeAtLine: 1, madeInStep: 1, state: { kind: 'live' } };
  const shorts = { ...view, id: 1, type: 'Uint16Array', length: 2, bytesPerElement: 2 };
  const words = { ...view, id: 2, type: 'Uint32Array', length: 1, bytesPerElement: 4 };
  const state = { ...moment.state, views: [shorts, words] } as unknown as typeof moment.state;
  const of = (chosen: (typeof state.views)[number] | null) =>
    byteMarks(state, regionsOf(state), [], 0x10510, 0x10515, chosen).map(({ view: mark }) => mark?.element ?? null);
  expect(of(null)).toEqual([0, null, null, null, null]);
  expect(of(state.views[0] ?? null)).toEqual([0, null, 1, null, null]);
});
