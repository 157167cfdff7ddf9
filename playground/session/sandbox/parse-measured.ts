import { type CallKind, type CallTimes, callTimeLimits } from '../../measure/call-times.ts';
import {
  type MeasuredPlace,
  type MeasureReport,
  measureLimits,
  type Problem,
  type Variant,
} from '../../measure/measurement.ts';
import { amount, either, list, Malformed, natural, record, text } from './parse-values.ts';

/** A page-long message would hide all else. */
const longestMessage = 400;

/** Reads what a worker tells of its measuring. Throws `Malformed`. */
export function parseReport(data: unknown): MeasureReport {
  const report = record(data);
  if (report.kind === 'begun') {
    const variants = list(report.variants, parseVariant);
    if (variants.length > measureLimits.variants) throw new Malformed();
    return { kind: 'begun', variants, resolution: amount(report.resolution) };
  }
  const variant = natural(report.variant, measureLimits.variants - 1);
  switch (report.kind) {
    case 'running':
      return { kind: 'running', variant };
    case 'warmed-up': {
      const { calls, milliseconds, firstMilliseconds, settled } = report;
      return {
        ...{ kind: 'warmed-up', variant, calls: natural(calls), milliseconds: amount(milliseconds) },
        ...{ firstMilliseconds: amount(firstMilliseconds), settled: settled === true },
      };
    }
    case 'sample': {
      const round = natural(report.round, measureLimits.rounds - 1);
      const calls = natural(report.calls, measureLimits.calls);
      if (calls === 0) throw new Malformed();
      return { kind: 'sample', variant, round, calls, milliseconds: amount(report.milliseconds) };
    }
    case 'grew':
      return { kind: 'grew', variant, pages: natural(report.pages) };
    case 'left-out':
      return { kind: 'left-out', variant, problem: parseProblem(report.problem) };
    default:
      throw new Malformed();
  }
}

/** Reads what a worker tells of its calls' times. Throws `Malformed`. */
export function parseTimes(data: unknown): CallTimes {
  const { resolution, overhead, kinds } = record(data);
  const parsed = list(kinds, parseKind);
  if (parsed.length > callTimeLimits.kinds) throw new Malformed();
  return { runs: 1, resolution: amount(resolution), overhead: amount(overhead), kinds: parsed };
}

function parseKind(data: unknown): CallKind {
  const { way, name, calls, milliseconds, samples } = record(data);
  const times = list(samples, amount);
  if (times.length > callTimeLimits.samples) throw new Malformed();
  return {
    way: either(['in', 'out', 'glue', 'copy'], way),
    ...{ name: text(name), calls: natural(calls), milliseconds: amount(milliseconds), samples: times },
  };
}

function parseVariant(data: unknown): Variant {
  const { name, place, bytes, items } = record(data);
  const known = (value: unknown) => (value === null ? null : amount(value));
  return {
    name: text(name).slice(0, measureLimits.name),
    place: parsePlace(place),
    bytes: known(bytes),
    items: known(items),
  };
}

function parsePlace(data: unknown): MeasuredPlace | null {
  if (data === null) return null;
  const { path, line } = record(data);
  return { path: text(path), line: natural(line) };
}

function parseProblem(data: unknown): Problem {
  const { kind, ...problem } = record(data);
  switch (either(['failed', 'never-settled', 'keeps-growing'], kind)) {
    case 'failed':
      return {
        kind: 'failed',
        message: text(problem.message).slice(0, longestMessage),
        place: parsePlace(problem.place),
      };
    case 'never-settled':
      return { kind: 'never-settled', seconds: natural(problem.seconds) };
    default:
      return { kind: 'keeps-growing' };
  }
}
