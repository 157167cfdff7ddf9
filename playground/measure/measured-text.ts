import {
  comparisonInWords,
  firstCallInWords,
  intervalInWords,
  remarksOn,
  throughputInWords,
  timeInWords,
} from './measure-words.ts';
import type { Problem } from './measurement.ts';
import type { Row } from './summary.ts';

/** The rows as a table of text, with what there is to remark below it, and then the conditions. Ends with a newline. */
export function measuredText(rows: readonly Row[], conditions: readonly string[], resolution: number | null): string {
  const titles = ['variant', 'time a call', '95 % interval', 'first call', 'beside the fastest', 'throughput'];
  const cells = rows.map(({ variant, times, comparison }) => [
    variant.name,
    times ? timeInWords(times.median) : 'not measured',
    times?.interval ? intervalInWords(times.interval) : '',
    firstCallInWords(variant, resolution),
    comparison ? comparisonInWords(comparison) : '',
    times ? throughputInWords(times).join(', ') : '',
  ]);
  const widths = titles.map((title, column) => Math.max(title.length, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const remarks = rows.flatMap(({ variant }) => remarksOn(variant).map((remark) => `${variant.name}: ${remark}`));
  const blocks = [[titles, ...cells].map(line), remarks, conditions].filter((block) => block.length > 0);
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}

const columns = [
  ...['variant', 'samples', 'median_ns', 'median_low_ns', 'median_high_ns', 'quartile_1_ns', 'quartile_3_ns'],
  ...[
    'ratio',
    'ratio_low',
    'ratio_high',
    'calls_per_s',
    'bytes_per_s',
    'items_per_s',
    'grown_pages',
    'problem',
    'first_ns',
  ],
];

/** The same as comma-separated values (RFC 4180), times in nanoseconds. What is not known is empty. */
export function measuredCsv(rows: readonly Row[]): string {
  const lines = rows.map(({ variant, times, comparison }) => {
    const time = (milliseconds: number | undefined) => milliseconds && milliseconds * 1e6;
    const ratio = comparison?.kind === 'fastest' ? 1 : comparison?.ratio;
    const ratios = comparison && 'interval' in comparison ? comparison.interval : [];
    return [
      variant.name,
      variant.samples.length,
      ...[
        times?.median,
        times?.interval?.[0],
        times?.interval?.[1],
        ...(times?.quartiles ?? [undefined, undefined]),
      ].map(time),
      ...[ratio, ratios[0], ratios[1], times?.callsPerSecond, times?.bytesPerSecond, times?.itemsPerSecond],
      ...[variant.grownPages, variant.problem?.kind, time(variant.warmUp?.firstMilliseconds)],
    ].map(csvField);
  });
  return [columns, ...lines].map((line) => `${line.join(',')}\r\n`).join('');
}

function csvField(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  // A spreadsheet would take it for a formula.
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The same with every sample, for programs: docs/command-line.md describes it. */
export function measuredJson(rows: readonly Row[], head: Readonly<Record<string, unknown>>): string {
  const variants = rows.map(({ variant, times, comparison }) => {
    const { place, problem, ...rest } = variant;
    return {
      ...rest,
      ...{ file: place?.path ?? null, line: place?.line ?? null },
      times,
      comparison,
      problem: problem && problemFields(problem),
    };
  });
  return `${JSON.stringify({ ...head, variants }, null, 1)}\n`;
}

function problemFields(problem: Problem) {
  if (problem.kind !== 'failed') return problem;
  const { kind, message, place } = problem;
  return { kind, message, file: place?.path ?? null, line: place?.line ?? null };
}
