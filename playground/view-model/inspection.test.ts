import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inspect, pointerAt } from './inspection.ts';

it('reads back every number that was written, in both byte orders', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), fc.boolean(), (number, isLittle) => {
      const bytes = new Uint8Array(8);
      new DataView(bytes.buffer).setFloat64(0, number, isLittle);
      const reading = inspect(0, bytes).find(({ type }) => type === 'f64');
      expect(isLittle ? reading?.little : reading?.big).toBe(String(number));
    }),
  );
});

it('reads 42 as Wasm stores it: lowest byte first', () => {
  const readings = inspect(0x411, new Uint8Array([42, 0, 0, 0]));
  expect(readings.find(({ type }) => type === 'i32')).toEqual({
    type: 'i32',
    bytes: 4,
    little: '42',
    big: '704643072',
    isAligned: false,
  });
  expect(readings.find(({ type }) => type === 'i64')?.little).toBeNull();
  expect(pointerAt(new Uint8Array([0x10, 4, 0, 0]))).toBe(0x410);
});
