import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAddress } from '../trace/memory-state.ts';
import { framed, isWhole, MapScale, moved, wholeMemory, zoomed } from './map-scale.ts';

const size = fc.integer({ min: 1, max: 65_536 }).map((pages) => pages * 65_536);

describe('the map', () => {
  it('never leaves memory, however one zooms and moves', () => {
    const step = fc.oneof(
      fc.record({
        factor: fc.double({ min: 0.01, max: 100, noNaN: true }),
        at: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      fc.record({ share: fc.double({ min: -3, max: 3, noNaN: true }) }),
    );
    fc.assert(
      fc.property(size, fc.array(step), (bytes, steps) => {
        let window = wholeMemory(bytes);
        for (const action of steps) {
          const at = 'at' in action ? window.start + action.at * (window.end - window.start) : 0;
          window = 'at' in action ? zoomed(window, action.factor, at, bytes) : moved(window, action.share, bytes);
          expect(window.start).toBeGreaterThanOrEqual(0);
          expect(window.end).toBeLessThanOrEqual(bytes);
          expect(window.end - window.start).toBeGreaterThan(15);
        }
      }),
    );
  });

  it('keeps the byte under the pointer where it is, from all of memory to single bytes', () => {
    const bytes = 65_536 * 65_536;
    let window = wholeMemory(bytes);
    const at = 0x10_530;
    const before = new MapScale(window, 400).y(at);
    for (let i = 0; i < 80; i++) window = zoomed(window, 0.75, at, bytes);
    expect(window.end - window.start).toBe(16);
    expect(new MapScale(window, 400).y(at)).toBeCloseTo(before, 3);
  });

  it('shows all of memory again when zoomed out far enough', () => {
    const near = framed({ start: toAddress(0x400), end: toAddress(0x410) }, 65_536);
    expect(near.start).toBeLessThan(0x400);
    expect(near.end).toBeGreaterThan(0x410);
    expect(isWhole(zoomed(near, 1e6, 0x400, 65_536), 65_536)).toBe(true);
  });

  it('gives small things a height, inside the map', () => {
    const scale = new MapScale(wholeMemory(2 ** 32), 300);
    expect(scale.strip({ start: 2 ** 32 - 1, end: 2 ** 32 }, 3)).toEqual({ top: 297, height: 3 });
    expect(scale.strip({ start: 2 ** 32, end: 2 ** 33 }, 3)).toBeNull();
    expect(scale.addressAt(300)).toBe(2 ** 32 - 1);
  });
});
