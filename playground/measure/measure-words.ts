import type { MeasuredVariant, Measurement, MeasurePlan, Problem } from './measurement.ts';
import type { Interval } from './statistics.ts';
import type { Comparison, Times } from './summary.ts';

const timeUnits = [
  ['s', 1000],
  ['ms', 1],
  ['µs', 1e-3],
  ['ns', 1e-6],
] as const;

/** Milliseconds with three digits and the unit that fits: `1.23 µs`. */
export function timeInWords(milliseconds: number): string {
  return withUnit(milliseconds, timeUnits);
}

/** Both ends in the unit of the greater one: `1.20 to 1.25 µs`. */
export function intervalInWords([low, high]: Interval): string {
  const [unit, size] = unitFor(high, timeUnits);
  return `${threeDigits(low / size)} to ${threeDigits(high / size)} ${unit}`;
}

/** What one second does: `1.23 GB/s`, `4.56 million calls/s`. */
export function rateInWords(perSecond: number, what: 'bytes' | 'items' | 'calls'): string {
  if (what === 'bytes') return `${withUnit(perSecond, byteUnits)}/s`;
  const [word, size] = unitFor(perSecond, countUnits);
  return `${threeDigits(perSecond / size)}${word === '' ? '' : ` ${word}`} ${what}/s`;
}

const byteUnits = [
  ['TB', 1e12],
  ['GB', 1e9],
  ['MB', 1e6],
  ['kB', 1e3],
  ['B', 1],
] as const;
const countUnits = [
  ['billion', 1e9],
  ['million', 1e6],
  ['thousand', 1e3],
  ['', 1],
] as const;

type Units = readonly (readonly [unit: string, size: number])[];

/** The greatest unit of which there is one at least; else the smallest. */
const unitFor = (value: number, units: Units): readonly [string, number] =>
  units.find(([, size]) => value >= size * 0.9995) ?? units.at(-1) ?? ['', 1];

function withUnit(value: number, units: Units): string {
  const [unit, size] = unitFor(value, units);
  return `${threeDigits(value / size)} ${unit}`;
}

/** `0.123`, `1.23`, `12.3`, `123`, `12,345`. */
export function threeDigits(value: number): string {
  if (value === 0) return '0';
  if (value >= 99.95) return Math.round(value).toLocaleString('en');
  if (value < 0.0005) return '<0.001';
  return value.toFixed(value >= 9.995 ? 1 : value >= 0.9995 ? 2 : 3);
}

/** How a variant stands beside the fastest one: `fastest`, `2.31 times the fastest`. */
export function comparisonInWords(comparison: Comparison): string {
  switch (comparison.kind) {
    case 'fastest':
      return 'fastest';
    case 'slower':
      return `${threeDigits(comparison.ratio)} × (${threeDigits(comparison.interval[0])} to ${threeDigits(comparison.interval[1])})`;
    case 'no-difference':
      return 'no difference seen';
    case 'too-few':
      return `about ${threeDigits(comparison.ratio)} × (too few samples)`;
    default:
      return comparison satisfies never;
  }
}

/** Bytes, items and calls a second, as far as they are known. */
export function throughputInWords({ bytesPerSecond, itemsPerSecond, callsPerSecond }: Times): readonly string[] {
  return [
    ...(bytesPerSecond === null ? [] : [rateInWords(bytesPerSecond, 'bytes')]),
    ...(itemsPerSecond === null ? [] : [rateInWords(itemsPerSecond, 'items')]),
    rateInWords(callsPerSecond, 'calls'),
  ];
}

/** What the first call took, before the engine had optimised anything; empty before it is known. `resolution` of the clock. */
export function firstCallInWords({ warmUp }: MeasuredVariant, resolution: number | null): string {
  if (!warmUp) return '';
  const { firstMilliseconds } = warmUp;
  const isBelow = resolution !== null && firstMilliseconds < resolution;
  return isBelow ? `under ${timeInWords(resolution)}` : timeInWords(firstMilliseconds);
}

/** Why a variant is not measured any further, and what to know of it. */
export function remarksOn({ problem, grownPages, warmUp }: MeasuredVariant): readonly string[] {
  const grown = grownPages === 1 ? '1 page' : `${grownPages.toLocaleString('en')} pages`;
  return [
    ...(problem ? [problemInWords(problem)] : []),
    ...(grownPages > 0
      ? [`Memory grew by ${grown} while it ran: views that were made before are detached, and show nothing.`]
      : []),
    ...(warmUp && !warmUp.settled && !problem ? ['Its times had not settled when the warm-up was over.'] : []),
  ];
}

function problemInWords(problem: Problem): string {
  switch (problem.kind) {
    case 'failed':
      return `Left out: it failed${problem.place ? ` at ${problem.place.path}, line ${problem.place.line}` : ''}: ${problem.message}`;
    case 'never-settled':
      return `Left out: its promise did not settle within ${problem.seconds} seconds.`;
    case 'never-returned':
      return `Left out: a call did not return within ${problem.seconds} seconds.`;
    case 'keeps-growing':
      return 'Left out: it makes memory grow again and again. Does each call free what it allocates?';
    default:
      return problem satisfies never;
  }
}

/** Where and how variants were measured. */
export interface Conditions {
  /** What runs JavaScript and WebAssembly: `Chrome 140`, `Node.js 20.20`. */
  readonly engine: string;
  /** As compiled: `-O2`; null for a module that was compiled elsewhere. */
  readonly optimisation: string | null;
}

/** What to know of times of a program that was compiled with `-O0`. */
export const withoutOptimisation = 'Compiled without optimisation: compare with -O2.';

/** The conditions in short sentences: numbers without them say little. */
export function conditionsInWords(
  { variants, resolution }: Measurement,
  plan: MeasurePlan,
  { engine, optimisation }: Conditions,
): readonly string[] {
  const rounds = Math.max(0, ...variants.map(({ samples }) => samples.length));
  const warmUps = variants.flatMap(({ warmUp }) => (warmUp ? [warmUp.milliseconds] : []));
  return [
    `${engine}; ${optimisation === null ? 'a module compiled elsewhere' : `compiled with ${optimisation}`}, run as the linker wrote it: nothing is recorded.`,
    ...(optimisation === '-O0' ? [withoutOptimisation] : []),
    ...(resolution === null ? [] : [`The clock’s steps are ${timeInWords(resolution)}.`]),
    ...(warmUps.length === 0 ? [] : [`Each variant was warmed up for ${timeInWords(Math.max(...warmUps))} at most.`]),
    `${rounds === 1 ? '1 round' : `${rounds} rounds`}, in turn; about ${timeInWords(plan.millisecondsEach)} for each variant.`,
    'Times are medians; intervals are of 95 % confidence, by ranks. Ratios are taken round by round.',
  ];
}
