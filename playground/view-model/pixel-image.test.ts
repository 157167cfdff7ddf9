import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleState } from './example-state.ts';
import { guessPixels, reshaped } from './guess-pixels.ts';
import { areasOf, changedPixels, outline } from './pixel-areas.ts';
import { PixelBytes } from './pixel-bytes.ts';
import { findImage, imageInWords, type PixelImage, pixelAt, rangeOfPixel } from './pixel-image.ts';
import { formatPixels, parsePixels, readFields } from './pixel-settings.ts';
import { fittingZoom, nextZoom, zoomInWords } from './pixel-zoom.ts';
import { rangeOf } from './place.ts';
import { waveColumns, wavePath } from './waveform.ts';

const state = exampleState;
const size = state.pages * 65_536;

function image(text: string): PixelImage {
  const settings = parsePixels(text);
  const found = settings && findImage(settings, state);
  if (!found?.ok) throw new Error(JSON.stringify(found));
  return found.image;
}
const problems = (text: string) => {
  const settings = parsePixels(text);
  const found = settings && findImage(settings, state);
  return found?.ok === false ? found.problems.map(({ field, text: words }) => `${field}: ${words}`) : [];
};

describe('settings', () => {
  it.each(['picture, 64x48, rgba8', 'block 1, 3x2, bit1, stride 9', '0x400..0x500, 1x1, grey8'])(
    'are written as they are read: %s',
    (text) => expect(formatPixels(parsePixels(text) as never)).toBe(text),
  );
  it.each(['', 'picture', 'picture, 64, rgba8', 'picture, 64x48, cmyk', 'picture, -1x4, rgba8', 'a, 1x1, rgba8, 4'])(
    'are refused when they are none: %s',
    (text) => expect(parsePixels(text)).toBeNull(),
  );
  it('are read from fields, with a sentence for each that is wrong', () => {
    const fields = { start: ' block 1 ', width: '0x10', height: '4', stride: '', format: 'grey8' } as const;
    const settings = { start: 'block 1', width: 16, height: 4, stride: null, format: 'grey8' };
    expect(readFields(fields)).toEqual({ ok: true, settings });
    const wrong = readFields({ ...fields, start: '', width: 'wide', stride: '1.5' });
    expect(wrong.ok ? [] : wrong.problems.map(({ field }) => field)).toEqual(['start', 'width', 'stride']);
  });
});

describe('a picture', () => {
  it('is told in words', () => {
    expect(imageInWords(image('0x400, 64x48, rgba8'))).toBe('64 x 48 pixels, RGBA8, 12,288 bytes at 0x00400');
    expect(imageInWords(image('0x400, 3x2, rgb8, stride 12'))).toBe(
      '3 x 2 pixels, RGB8, 21 bytes at 0x00400, stride 12',
    );
    expect(imageInWords(image('0x400, 100x2, wave16'))).toBe(
      '100 samples, 2 channels, Waveform, 16 bit, 400 bytes at 0x00400',
    );
  });

  it.each([
    [
      '0x400, 64x48, rgba8, stride 255',
      'stride: The stride is 255 bytes, but a row of 64 pixels of RGBA8 takes 256 bytes.',
    ],
    ['nothing, 4x4, rgba8', 'start: There is no "nothing".'],
    ['0x400, 0x4, rgba8', 'width: The width must be at least 1.'],
    ['0x400, 4x9000, rgba8', 'height: The height must be at most 8192.'],
    ['0x400, 8192x8192, bit1', 'width: 8192 x 8192 are more pixels than 3840 x 2160, which is the most.'],
    ['0x400, 10x9, wave16', 'height: The number of channels must be at most 8.'],
    ['0x400, 4x4, rgba8, stride 2000000', 'stride: The stride must be at most 1,048,576 bytes.'],
    [`0x${size.toString(16)}, 4x4, rgba8`, 'start: '],
    [`0x${(size - 20).toString(16)}, 4x4, rgba8`, 'memory ends at '],
    [`0x${(size - 20).toString(16)}, 4x4, rgba8`, 'at this step: 1 row fits.'],
  ])('that cannot be is refused with a sentence: %s', (text, words) => {
    expect(problems(text).join()).toContain(words);
  });

  it('of any size has each of its pixels at bytes of its own, which lead back to it', () => {
    const format = fc.constantFrom('rgba8', 'rgb8', 'rgb565', 'grey8', 'wave16');
    const sizes = fc.record({ width: fc.integer({ min: 1, max: 40 }), height: fc.integer({ min: 1, max: 8 }), format });
    fc.assert(
      fc.property(sizes, fc.nat(10), ({ width, height, format: name }, padding) => {
        const close = image(`0x400, ${width}x${height}, ${name}`);
        const apart = image(`0x400, ${width}x${height}, ${name}, stride ${close.stride + padding}`);
        const seen = new Set<number>();
        for (let y = 0; y < height; y++) {
          for (let x = 0; x < width; x++) {
            const range = rangeOfPixel(apart, x, y);
            for (let byte = range.start; byte < range.end; byte++) {
              expect(seen.has(byte)).toBe(false);
              seen.add(byte);
              expect(pixelAt(apart, byte)).toEqual({ x, y });
            }
            expect(areasOf(apart, range)).toEqual([{ x, y, width: 1, height: 1 }]);
          }
        }
        expect(Math.max(...seen) + 1).toBe(0x400 + apart.byteLength);
      }),
    );
  });
});

describe('bytes in a picture', () => {
  const picture = image('0x400, 4x4, rgba8, stride 20');
  it('are outlined row by row, equal rows as one', () => {
    expect(areasOf(picture, rangeOf(0x400, 80))).toEqual([{ x: 0, y: 0, width: 4, height: 4 }]);
    expect(areasOf(picture, rangeOf(0x404, 40))).toEqual([
      { x: 1, y: 0, width: 3, height: 1 },
      { x: 0, y: 1, width: 4, height: 1 },
      { x: 0, y: 2, width: 1, height: 1 },
    ]);
    expect(outline([{ x: 1, y: 2, width: 3, height: 4 }])).toBe('M1 2h3v4h-3z');
  });
  it('between rows are of no pixel', () => {
    expect(areasOf(picture, rangeOf(0x410, 4))).toEqual([]);
    expect(pixelAt(picture, 0x410)).toBeNull();
  });
  it('elsewhere are none of it', () => {
    expect(areasOf(picture, rangeOf(0x300, 0x100))).toEqual([]);
    expect(areasOf(picture, rangeOf(0x500, 1))).toEqual([]);
  });
});

describe('what changed between two moments', () => {
  const filled = (of: PixelImage, change: (bytes: Uint8Array) => void = () => {}): PixelBytes => {
    const bytes = new Uint8Array(of.byteLength);
    change(bytes);
    return new PixelBytes(of, [{ firstLine: 0, lines: of.lines, bytes }]);
  };
  it('is counted and outlined, padding aside', () => {
    const picture = image('0x400, 4x4, rgba8, stride 20');
    const after = filled(picture, (bytes) => {
      bytes[4] = 1;
      bytes[5] = 1; // the same pixel
      bytes[8] = 1;
      bytes[16] = 1; // padding
      bytes[24] = 1;
    });
    expect(changedPixels(filled(picture), after)).toEqual({
      count: 3,
      areas: [
        { x: 1, y: 0, width: 2, height: 1 },
        { x: 1, y: 1, width: 1, height: 1 },
      ],
    });
  });
  it('counts bits, and none behind the last column', () => {
    const picture = image('0x400, 4x2, bit1');
    const after = filled(picture, (bytes) => {
      bytes[0] = 0b1010_1111;
    });
    expect(changedPixels(filled(picture), after).count).toBe(2);
  });
  it('is outlined as a whole where it is too much', () => {
    const picture = image('0x400, 200x200, grey8');
    const after = filled(picture, (bytes) => {
      for (const at of bytes.keys()) bytes[at] = (at + Math.floor(at / 200)) % 2;
    });
    expect(changedPixels(filled(picture), after)).toEqual({
      count: 20_000,
      areas: [{ x: 0, y: 0, width: 200, height: 200 }],
    });
  });
});

describe('a guess', () => {
  const guess = (bytes: number) => guessPixels({ range: rangeOf(0x400, bytes), label: '0x00400' }, state);
  it.each([
    [64 * 48 * 4, '0x400, 64x48, rgba8'],
    [320 * 200 * 4, '0x400, 320x200, rgba8'],
    [16 * 16 * 4, '0x400, 16x16, rgba8'],
    [7, '0x400, 3x2, grey8'],
    [3, '0x400, 3x1, grey8'],
    [1, '0x400, 1x1, grey8'],
  ])('of %i bytes is %s', (bytes, text) => {
    expect(formatPixels(guess(bytes).settings)).toBe(text);
  });
  it('says what it guessed', () => {
    expect(guess(12_288).words).toBe(
      'Guessed of 0x00400, 12,288 bytes: 64 x 48 pixels of RGBA8, the nearest to a square that has them all.',
    );
    expect(guess(7).words).toContain('1 pixel at its end');
  });
  it('takes pixels for samples, and back', () => {
    const picture = parsePixels('0x400, 24x16, rgba8') as never;
    const wave = reshaped(picture, 'wave16');
    expect(formatPixels(wave)).toBe('0x400, 768x1, wave16');
    expect(formatPixels(reshaped(wave, 'rgba8'))).toBe('0x400, 24x16, rgba8');
  });
  it('never needs more bytes than there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: size - 0x400 }), (bytes) => {
        const found = findImage(guess(bytes).settings, state);
        expect(found.ok && found.image.byteLength <= bytes).toBe(true);
      }),
    );
  });
});

describe('zoom', () => {
  it('is a whole number, or a whole part of one', () => {
    expect(fittingZoom(64, 48, { width: 300, height: 200 })).toBe(4);
    expect(fittingZoom(3840, 2160, { width: 600, height: 400 })).toBe(1 / 8);
    expect(fittingZoom(8192, 8192, { width: 10, height: 10 })).toBe(1 / 16);
    expect([nextZoom(1, 1), nextZoom(1, -1), nextZoom(32, 1)]).toEqual([2, 0.5, 32]);
    expect([zoomInWords(4), zoomInWords(1 / 8)]).toEqual(['4 : 1', '1 : 8']);
  });
});

it('a waveform keeps the lowest and the highest sample of each column', () => {
  const wave = image('0x400, 8x1, wave16');
  const bytes = new Uint8Array(Int16Array.of(0, 16_384, -16_384, 0, 32_767, 0, -32_768, 0).buffer);
  const columns = waveColumns(new PixelBytes(wave, [{ firstLine: 0, lines: 8, bytes }]), 0, 2);
  expect(columns[0]).toEqual({ low: -0.5, high: 0.5 });
  expect(columns[1]?.low).toBe(-1);
  expect(columns[1]?.high).toBeCloseTo(1, 3);
  expect(wavePath(columns, 100)).toBe('M0.5 25.0L0.5 75.0L1.5 0.0L1.5 100.0');
});
