/** How a pixel, or a sample of sound, lies in memory. Numbers of several bytes are little-endian, as Wasm's are. */
export const pixelFormats = [
  'rgba8',
  'rgbx8',
  'bgra8',
  'rgb8',
  'rgb565',
  'grey8',
  'grey16',
  'grey32f',
  'bit1',
  'wave16',
  'wave32f',
] as const;
export type PixelFormat = (typeof pixelFormats)[number];

/** One part of a pixel as it is stored. */
export interface Channel {
  readonly name: string;
  readonly value: number;
}

interface FormatFacts {
  readonly title: string;
  /** Bits of one pixel or sample. */
  readonly bits: number;
  /** What a learner must know to read the bytes. */
  readonly order: string;
  /** The parts of the pixel at a byte; `bit` counts from a byte's highest, where pixels are smaller than bytes. */
  readonly channels: (bytes: Uint8Array, at: number, bit: number) => readonly Channel[];
  /** The colour it is drawn in, as `0xAABBGGRR`; unsigned. */
  readonly colour: (bytes: Uint8Array, at: number, bit: number) => number;
}

const byte = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0;
const word = (bytes: Uint8Array, at: number): number => byte(bytes, at) | (byte(bytes, at + 1) << 8);
const colourOf = (red: number, green: number, blue: number, alpha = 255): number =>
  ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0;
const greyOf = (level: number): number => colourOf(level, level, level);

const floats = new DataView(new ArrayBuffer(4));
function float(bytes: Uint8Array, at: number): number {
  for (let index = 0; index < 4; index++) floats.setUint8(index, byte(bytes, at + index));
  return floats.getFloat32(0, true);
}

/** The level of grey of a number from 0 to 1; what lies outside is clamped, and what is no number is black. */
const levelOf = (value: number): number => (value > 0 ? Math.round(Math.min(value, 1) * 255) : 0);

const named =
  (...names: readonly string[]) =>
  (bytes: Uint8Array, at: number): readonly Channel[] =>
    names.map((name, index) => ({ name, value: byte(bytes, at + index) }));

const single = (name: string, read: (bytes: Uint8Array, at: number, bit: number) => number) => ({
  channels: (bytes: Uint8Array, at: number, bit: number) => [{ name, value: read(bytes, at, bit) }],
});

const sample = (bytes: Uint8Array, at: number): number => (word(bytes, at) << 16) >> 16;
const bitAt = (bytes: Uint8Array, at: number, bit: number): number => (byte(bytes, at) >> (7 - bit)) & 1;

export const formatFacts: Readonly<Record<PixelFormat, FormatFacts>> = {
  rgba8: {
    title: 'RGBA8',
    bits: 32,
    order: 'a byte each for red, green, blue and alpha, as ImageData has them',
    channels: named('red', 'green', 'blue', 'alpha'),
    colour: (bytes, at) => colourOf(byte(bytes, at), byte(bytes, at + 1), byte(bytes, at + 2), byte(bytes, at + 3)),
  },
  rgbx8: {
    title: 'RGBX8',
    bits: 32,
    order: 'a byte each for red, green and blue, and one that is not drawn',
    channels: named('red', 'green', 'blue', 'unused'),
    colour: (bytes, at) => colourOf(byte(bytes, at), byte(bytes, at + 1), byte(bytes, at + 2)),
  },
  bgra8: {
    title: 'BGRA8',
    bits: 32,
    order: 'a byte each for blue, green, red and alpha',
    channels: named('blue', 'green', 'red', 'alpha'),
    colour: (bytes, at) => colourOf(byte(bytes, at + 2), byte(bytes, at + 1), byte(bytes, at), byte(bytes, at + 3)),
  },
  rgb8: {
    title: 'RGB8',
    bits: 24,
    order: 'a byte each for red, green and blue',
    channels: named('red', 'green', 'blue'),
    colour: (bytes, at) => colourOf(byte(bytes, at), byte(bytes, at + 1), byte(bytes, at + 2)),
  },
  rgb565: {
    title: 'RGB565',
    bits: 16,
    order: 'from the highest bit on 5 bits of red, 6 of green, 5 of blue',
    channels(bytes, at) {
      const value = word(bytes, at);
      return [
        { name: 'red', value: value >> 11 },
        { name: 'green', value: (value >> 5) & 63 },
        { name: 'blue', value: value & 31 },
      ];
    },
    colour(bytes, at) {
      const value = word(bytes, at);
      const scaled = (part: number, most: number): number => Math.round((part * 255) / most);
      return colourOf(scaled(value >> 11, 31), scaled((value >> 5) & 63, 63), scaled(value & 31, 31));
    },
  },
  grey8: {
    title: 'Grey 8',
    bits: 8,
    order: 'a byte, 0 is black and 255 white',
    ...single('grey', byte),
    colour: (bytes, at) => greyOf(byte(bytes, at)),
  },
  grey16: {
    title: 'Grey 16',
    bits: 16,
    order: 'an unsigned 16-bit number, 0 is black and 65535 white',
    ...single('grey', word),
    colour: (bytes, at) => greyOf(Math.round(word(bytes, at) / 257)),
  },
  grey32f: {
    title: 'Grey float',
    bits: 32,
    order: 'a 32-bit float, 0 is black and 1 white',
    ...single('grey', float),
    colour: (bytes, at) => greyOf(levelOf(float(bytes, at))),
  },
  bit1: {
    title: '1 bit',
    bits: 1,
    order: 'a bit, the highest of each byte first, 1 is white',
    ...single('bit', bitAt),
    colour: (bytes, at, bit) => greyOf(bitAt(bytes, at, bit) * 255),
  },
  wave16: {
    title: 'Waveform, 16 bit',
    bits: 16,
    order: 'signed 16-bit samples, drawn from −32768 to 32767',
    ...single('sample', sample),
    colour: (bytes, at) => greyOf(levelOf((sample(bytes, at) + 32_768) / 65_535)),
  },
  wave32f: {
    title: 'Waveform, float',
    bits: 32,
    order: '32-bit float samples, drawn from −1 to 1',
    ...single('sample', float),
    colour: (bytes, at) => greyOf(levelOf((float(bytes, at) + 1) / 2)),
  },
};

export const isWaveform = (format: PixelFormat): boolean => format.startsWith('wave');

/** `red 255, green 0, blue 0, alpha 255`. */
export function channelsInWords(channels: readonly Channel[]): string {
  return channels.map(({ name, value }) => `${name} ${formatValue(value)}`).join(', ');
}

/** A whole number as it is, a fraction with the digits that tell 32-bit floats apart by eye. */
export const formatValue = (value: number): string =>
  Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)));

/** `#RRGGBB`, and the alpha where it is not full. */
export function colourName(colour: number): string {
  const parts = [colour, colour >>> 8, colour >>> 16, colour >>> 24].map((part) =>
    (part & 255).toString(16).padStart(2, '0').toUpperCase(),
  );
  return `#${parts.slice(0, colour >>> 24 === 255 ? 3 : 4).join('')}`;
}
