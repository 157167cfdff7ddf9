import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawable, readPixels } from './pixel-bytes.ts';
import { channelsInWords, colourName, formatFacts, type PixelFormat, pixelFormats } from './pixel-formats.ts';
import { type PixelImage, placeOfPixel } from './pixel-image.ts';

const at = (format: PixelFormat, bytes: readonly number[], bit = 0) => {
  const { channels, colour } = formatFacts[format];
  const memory = Uint8Array.from([99, ...bytes]); // a pixel need not begin at an aligned address
  return [channelsInWords(channels(memory, 1, bit)), colourName(colour(memory, 1, bit))];
};
const floatBytes = (value: number) => [...new Uint8Array(Float32Array.of(value).buffer)];

describe('a pixel is read as its format lays it out', () => {
  it.each<[PixelFormat, readonly number[], string, string]>([
    ['rgba8', [255, 128, 1, 64], 'red 255, green 128, blue 1, alpha 64', '#FF800140'],
    ['rgba8', [16, 32, 48, 255], 'red 16, green 32, blue 48, alpha 255', '#102030'],
    ['rgbx8', [255, 128, 1, 0], 'red 255, green 128, blue 1, unused 0', '#FF8001'],
    ['bgra8', [1, 128, 255, 254], 'blue 1, green 128, red 255, alpha 254', '#FF8001FE'],
    ['rgb8', [255, 128, 1], 'red 255, green 128, blue 1', '#FF8001'],
    // 0b11111_000000_00000, then green alone, then 0b00001_000001_00001
    ['rgb565', [0x00, 0xf8], 'red 31, green 0, blue 0', '#FF0000'],
    ['rgb565', [0xe0, 0x07], 'red 0, green 63, blue 0', '#00FF00'],
    ['rgb565', [0x21, 0x08], 'red 1, green 1, blue 1', '#080408'],
    ['grey8', [200], 'grey 200', '#C8C8C8'],
    ['grey16', [0x34, 0x12], 'grey 4660', '#121212'],
    ['grey16', [0xff, 0xff], 'grey 65535', '#FFFFFF'],
    ['grey32f', floatBytes(0.5), 'grey 0.5', '#808080'],
    ['grey32f', floatBytes(7), 'grey 7', '#FFFFFF'],
    ['grey32f', floatBytes(-1), 'grey -1', '#000000'],
    ['grey32f', floatBytes(Number.NaN), 'grey NaN', '#000000'],
    ['grey32f', floatBytes(0.1), 'grey 0.1', '#1A1A1A'],
    ['wave16', [0xff, 0x7f], 'sample 32767', '#FFFFFF'],
    ['wave16', [0x00, 0x80], 'sample -32768', '#000000'],
    ['wave32f', floatBytes(-0.25), 'sample -0.25', '#606060'],
  ])('%s %j', (format, bytes, words, colour) => {
    expect(at(format, bytes)).toEqual([words, colour]);
  });

  it('bits begin with the highest one', () => {
    const bits = Array.from({ length: 8 }, (_, bit) => at('bit1', [0b1010_0001], bit)[0]);
    expect(bits).toEqual([1, 0, 1, 0, 0, 0, 0, 1].map((bit) => `bit ${bit}`));
    expect(at('bit1', [0x80], 0)[1]).toBe('#FFFFFF');
  });
});

/** The bytes of a pixel whose channels have these values. */
const encode: Readonly<
  Record<PixelFormat, (view: DataView, at: number, bit: number, values: readonly number[]) => void>
> = (() => {
  const bytes = (view: DataView, to: number, _bit: number, values: readonly number[]) =>
    new Uint8Array(view.buffer, to).set(values);
  const float = (view: DataView, to: number, _bit: number, [value = 0]: readonly number[]) =>
    view.setFloat32(to, value, true);
  return {
    ...{ rgba8: bytes, rgbx8: bytes, bgra8: bytes, rgb8: bytes, grey8: bytes, grey32f: float, wave32f: float },
    rgb565: (view, to, _bit, [red = 0, green = 0, blue = 0]) =>
      view.setUint16(to, red * 2048 + green * 32 + blue, true),
    grey16: (view, to, _bit, [value = 0]) => view.setUint16(to, value, true),
    wave16: (view, to, _bit, [value = 0]) => view.setInt16(to, value, true),
    bit1: (view, to, bit, [value = 0]) => view.setUint8(to, view.getUint8(to) | (value << (7 - bit))),
  };
})();

const byte = fc.integer({ min: 0, max: 255 });
const valuesOf: Readonly<Record<PixelFormat, fc.Arbitrary<readonly number[]>>> = {
  rgba8: fc.tuple(byte, byte, byte, byte),
  rgbx8: fc.tuple(byte, byte, byte, byte),
  bgra8: fc.tuple(byte, byte, byte, byte),
  rgb8: fc.tuple(byte, byte, byte),
  rgb565: fc.tuple(fc.integer({ min: 0, max: 31 }), fc.integer({ min: 0, max: 63 }), fc.integer({ min: 0, max: 31 })),
  grey8: fc.tuple(byte),
  grey16: fc.tuple(fc.integer({ min: 0, max: 65_535 })),
  grey32f: fc.tuple(fc.float({ noNaN: true })),
  bit1: fc.tuple(fc.integer({ min: 0, max: 1 })),
  wave16: fc.tuple(fc.integer({ min: -32_768, max: 32_767 })),
  wave32f: fc.tuple(fc.float({ noNaN: true })),
};

it.each(pixelFormats)('what was put into a picture of %s is read from it, and drawn', async (format) => {
  const pictures = fc
    .record({
      width: fc.integer({ min: 1, max: 19 }),
      height: fc.integer({ min: 1, max: 7 }),
      padding: fc.integer({ min: 0, max: 5 }),
      start: fc.integer({ min: 0, max: 9 }),
    })
    .chain((size) =>
      fc
        .array(valuesOf[format], { minLength: size.width * size.height, maxLength: size.width * size.height })
        .map((values) => ({ ...size, values })),
    );
  await fc.assert(
    fc.asyncProperty(pictures, async ({ width, height, padding, start, values }) => {
      const isWave = format.startsWith('wave');
      const [lines, inLine] = isWave ? [width, height] : [height, width];
      const lineBytes = Math.ceil((inLine * formatFacts[format].bits) / 8);
      const stride = lineBytes + padding;
      const byteLength = (lines - 1) * stride + lineBytes;
      const image: PixelImage = {
        ...{ start, width, height, format, stride, lines, lineBytes, byteLength, label: 'picture' },
      };
      const memory = new Uint8Array(start + byteLength);
      const view = new DataView(memory.buffer);
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          const place = placeOfPixel(image, x, y);
          encode[format](view, start + place.line * stride + place.byte, place.bit, values[y * width + x] ?? []);
        }
      }
      const pixels = await readPixels({ read: async ({ start: from, end }) => memory.slice(from, end) }, image);
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          const read = pixels.channels(x, y).map(({ value }) => value);
          expect(read).toEqual(values[y * width + x]);
        }
      }
      if (isWave) return;
      const drawn = pixels.bands.flatMap((band) => [...drawable(pixels, band)]);
      const [x, y] = [width - 1, height - 1];
      const colour = pixels.colour(x, y);
      const last = (y * width + x) * 4;
      expect(drawn.slice(last, last + 4)).toEqual([0, 8, 16, 24].map((shift) => (colour >>> shift) & 255));
      expect(drawn).toHaveLength(width * height * 4);
    }),
    { numRuns: 40 },
  );
});

it('a picture that browsers draw as it lies is drawn from the very bytes that were read', async () => {
  const memory = new Uint8Array(64);
  const image: PixelImage = {
    ...{ start: 0, width: 4, height: 4, format: 'rgba8' as const, stride: 16, lines: 4, lineBytes: 16, byteLength: 64 },
    label: 'picture',
  };
  const pixels = await readPixels({ read: async () => memory }, image);
  expect(pixels.bands.map((band) => drawable(pixels, band).buffer)).toEqual([memory.buffer]);
  expect(drawable(pixels, pixels.bands[0] as never).buffer).toBe(memory.buffer);
});

it('reads a large picture in bands of whole rows', async () => {
  const asked: number[] = [];
  const image: PixelImage = {
    ...{
      start: 100,
      width: 3840,
      height: 2160,
      format: 'rgba8' as const,
      stride: 15_360,
      lines: 2160,
      lineBytes: 15_360,
    },
    ...{ byteLength: 33_177_600, label: 'picture' },
  };
  const read = async ({ start, end }: { start: number; end: number }) => {
    asked.push(end - start);
    const bytes = new Uint8Array(end - start);
    bytes[0] = start & 255;
    return bytes;
  };
  const pixels = await readPixels({ read }, image);
  expect(asked.every((length) => length <= 1_048_576 && length % 15_360 === 0)).toBe(true);
  expect(asked.reduce((sum, length) => sum + length, 0)).toBe(33_177_600);
  expect(pixels.channels(0, 68)[0]?.value).toBe((100 + 68 * 15_360) & 255);
  await expect(readPixels({ read: async () => new Uint8Array(5) }, image)).rejects.toThrow(RangeError);
});
