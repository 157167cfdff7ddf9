import { expect, it } from 'vitest';
import { eventKinds } from '../trace/trace.ts';
import { ExampleTrace } from './example-trace.ts';
import { depthPath, markPaths, markSigns } from './timeline-marks.ts';

it('has a sign for every kind of event, each with a glyph of its own', () => {
  expect(markSigns.map(({ kind }) => kind).sort()).toEqual([...eventKinds].sort());
  expect(new Set(markSigns.map(({ glyph }) => glyph)).size).toBe(eventKinds.length);
  const shapes = markSigns.map(({ shape }) => shape).filter((shape) => shape !== '');
  expect(new Set(shapes).size).toBe(shapes.length);
});

it('draws each kind that happened, where it happened', async () => {
  const overview = await new ExampleTrace().overview(15);
  const paths = markPaths(overview, 150);
  expect(paths.map(({ sign, count }) => [sign.kind, count])).toEqual([
    ['finding', 1],
    ['allocation', 1],
    ['release', 1],
  ]);
  expect(paths[1]?.path).toMatch(/^M5\.0 21m/);
});

it('draws no more marks than fit beside each other', async () => {
  const overview = await new ExampleTrace(100_000).overview(400);
  for (const { path } of markPaths(overview, 400)) expect(path.split('M').length - 1).toBeLessThanOrEqual(67);
});

it('draws the deepest call highest', async () => {
  const path = depthPath({ ...(await new ExampleTrace().overview(3)), depths: [1, 2, 1] }, 30, 10);
  expect(path).toBe('M0 10L0.0 5.0H10.0L10.0 0.0H20.0L20.0 5.0H30.0V10z');
});
