import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The colours of every block that begins with this selector. */
function coloursOf(selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(`${selector} {`);
  expect(start, selector).toBeGreaterThan(-1);
  const body = css.slice(start, css.indexOf('}', start));
  return new Map([...body.matchAll(/--([\w-]+): (#[\da-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

const papers = ['paper', 'paper-raised', 'paper-sunken'];
const regions = ['data', 'stack', 'heap', 'free'];
const text: readonly (readonly [string, string])[] = [
  ...['ink', 'ink-soft', 'accent', 'warning', 'good', ...regions.map((region) => `${region}-ink`)].flatMap((ink) =>
    papers.map((paper) => [ink, paper] as const),
  ),
  ...regions.map((region) => [`${region}-ink`, `${region}-paper`] as const),
  ...regions.map((region) => ['ink', `${region}-paper`] as const),
  ['accent', 'accent-paper'],
  ['ink', 'accent-paper'],
  ['ink', 'warning-paper'],
  ['warning', 'warning-paper'],
  ['ink', 'good-paper'],
  ['good', 'good-paper'],
  ['on-accent', 'accent'],
];
const graphics = [...regions, 'focus', 'line-strong'].map((mark) => [mark, 'paper'] as const);

describe.each([
  ['light', ':root'],
  ['dark', ':root[data-theme="dark"]'],
])('the %s theme', (_name, selector) => {
  const colours = coloursOf(selector);
  const ratio = (one: string, other: string): number => contrast(colours.get(one) ?? '', colours.get(other) ?? '');

  it.each(text)('can be read: %s on %s', (ink, paper) => {
    expect(ratio(ink, paper)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(graphics)('can be seen: %s on %s', (mark, paper) => {
    expect(ratio(mark, paper)).toBeGreaterThanOrEqual(3);
  });
});

describe('the dark theme', () => {
  it('is the same whether the system or the learner chose it', () => {
    expect(coloursOf(':root:not([data-theme="light"])')).toEqual(coloursOf(':root[data-theme="dark"]'));
  });
});
