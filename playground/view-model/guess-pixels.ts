import type { Block, MemoryState } from '../trace/memory-state.ts';
import { counted, formatCount, formatSize } from './hexadecimal.ts';
import { formatFacts, isWaveform, type PixelFormat } from './pixel-formats.ts';
import { mostPixels } from './pixel-image.ts';
import type { PixelSettings } from './pixel-settings.ts';
import { blockPlace, type Place, placeNamed, sizeOf, viewOf, viewPlace } from './place.ts';

/** Settings that a place may be meant by, and why in a sentence. */
export interface GuessedPixels {
  readonly settings: PixelSettings;
  readonly words: string;
}

/** Sizes that pictures have so often that their number of pixels tells them. */
const usualSizes: readonly (readonly [width: number, height: number])[] = [
  [160, 120],
  [160, 144],
  [256, 192],
  [256, 224],
  [256, 240],
  [320, 200],
  [320, 240],
  [640, 360],
  [640, 400],
  [640, 480],
  [800, 600],
  [1024, 768],
  [1280, 720],
  [1280, 1024],
  [1920, 1080],
  [2560, 1440],
  [3840, 2160],
];

/** Settings for some selected bytes. They may be wrong: the size of memory does not tell what lies in it. */
export function guessPixels(place: Place, state: MemoryState): GuessedPixels {
  const bytes = sizeOf(place.range);
  const format = formatFor(viewOf(state, place)?.type ?? null, bytes);
  const count = Math.max(1, Math.min(mostPixels, Math.floor((bytes * 8) / formatFacts[format].bits)));
  const named = placeNamed(place.label, state);
  const start = named?.range.start === place.range.start ? place.label : `0x${place.range.start.toString(16)}`;
  const of = `${place.label}, ${formatSize(bytes)}`;
  const { title } = formatFacts[format];
  if (isWaveform(format)) {
    const words = `Guessed of ${of}: ${counted(count, 'sample')} of sound, as its elements are signed or fractions.`;
    return { settings: { start, format, width: count, height: 1, stride: null }, words };
  }
  const { width, height, why } = sizeFor(count);
  const words = `Guessed of ${of}: ${formatCount(width)} x ${formatCount(height)} pixels of ${title}, ${why}.`;
  return { settings: { start, format, width, height, stride: null }, words };
}

function formatFor(view: string | null, bytes: number): PixelFormat {
  switch (view) {
    case 'Uint16Array':
      return 'grey16';
    case 'Int16Array':
      return 'wave16';
    case 'Float32Array':
      return isPicture(bytes / 4) ? 'grey32f' : 'wave32f';
    default:
      return bytes % 4 === 0 && bytes >= 16 ? 'rgba8' : 'grey8';
  }
}

const isPicture = (count: number): boolean =>
  Number.isInteger(Math.sqrt(count)) || usualSizes.some(([width, height]) => width * height === count);

/** The same bytes as samples instead of pixels, or the other way round: the old size says nothing then. */
export function reshaped(settings: PixelSettings, format: PixelFormat): PixelSettings {
  const bits = settings.width * settings.height * formatFacts[settings.format].bits;
  const count = Math.max(1, Math.floor(bits / formatFacts[format].bits));
  const { width, height } = isWaveform(format) ? { width: count, height: 1 } : sizeFor(count);
  return { ...settings, format, width, height, stride: null };
}

function sizeFor(count: number): { readonly width: number; readonly height: number; readonly why: string } {
  const usual = usualSizes.find(([width, height]) => width * height === count);
  if (usual) return { width: usual[0], height: usual[1], why: 'a size that pictures often have' };
  for (let height = Math.floor(Math.sqrt(count)); height * 4 >= count / height; height--) {
    if (count % height !== 0) continue;
    const width = count / height;
    return { width, height, why: width === height ? 'a square' : 'the nearest to a square that has them all' };
  }
  const width = Math.ceil(Math.sqrt(count));
  const height = Math.max(1, Math.floor(count / width));
  return { width, height, why: `nearly a square: ${counted(count - width * height, 'pixel')} at its end are left out` };
}

/** Bytes that may well be a picture. */
const leastBytes = 64;

/** What a picture may be in while nothing is selected: the newest live view, or the largest live block. */
export function placeToGuess({ views, blocks }: MemoryState): Place | null {
  const view = views.findLast(
    ({ state, length, bytesPerElement }) => state.kind === 'live' && length * bytesPerElement >= leastBytes,
  );
  if (view) return viewPlace(view);
  const live = blocks.filter(({ state, size }) => state === 'live' && size >= leastBytes);
  const largest = live.reduce<Block | null>((most, block) => (most && most.size >= block.size ? most : block), null);
  return largest && blockPlace(largest);
}
