import type { ByteRange } from '../trace/memory-state.ts';
import type { Destination } from '../trace/trace.ts';
import { formatAddress, formatSize } from './hexadecimal.ts';
import { type Place, sizeOf } from './place.ts';

/** Where continuing and playback stop. */
export type Breakpoint =
  | { readonly kind: 'line'; readonly path: string; readonly line: number }
  | { readonly kind: 'write'; readonly range: ByteRange; readonly label: string }
  | { readonly kind: 'freed'; readonly address: number; readonly label: string }
  | { readonly kind: 'growth' }
  | { readonly kind: 'detached' }
  | { readonly kind: 'stack-below'; readonly address: number };

export function destinationOf(breakpoint: Breakpoint): Destination {
  switch (breakpoint.kind) {
    case 'line':
      return { kind: 'source-line', path: breakpoint.path, line: breakpoint.line };
    case 'write':
      return { kind: 'write', range: breakpoint.range };
    case 'freed':
      return { kind: 'freed', address: breakpoint.address };
    case 'growth':
      return { kind: 'event', event: 'growth' };
    case 'detached':
      return { kind: 'detached' };
    case 'stack-below':
      return { kind: 'stack-below', address: breakpoint.address };
    default:
      return breakpoint satisfies never;
  }
}

export function breakpointInWords(breakpoint: Breakpoint): string {
  switch (breakpoint.kind) {
    case 'line':
      return `${breakpoint.path}, line ${breakpoint.line}`;
    case 'write': {
      const { range, label } = breakpoint;
      const address = formatAddress(range.start);
      return `write to ${label === address ? '' : `${label}, `}${formatSize(sizeOf(range))} at ${address}`;
    }
    case 'freed':
      return `${breakpoint.label} is freed`;
    case 'growth':
      return 'memory grows';
    case 'detached':
      return 'a view is detached';
    case 'stack-below':
      return `stack pointer below ${formatAddress(breakpoint.address)}`;
    default:
      return breakpoint satisfies never;
  }
}

/** No two breakpoints are the same and read differently. */
const isSame = (one: Breakpoint, other: Breakpoint): boolean => breakpointInWords(one) === breakpointInWords(other);

export function hasBreakpoint(breakpoints: readonly Breakpoint[], breakpoint: Breakpoint): boolean {
  return breakpoints.some((each) => isSame(each, breakpoint));
}

/** Adds a breakpoint, or takes it away where there is the same already. */
export function toggled(breakpoints: readonly Breakpoint[], breakpoint: Breakpoint): readonly Breakpoint[] {
  const others = breakpoints.filter((each) => !isSame(each, breakpoint));
  return others.length < breakpoints.length ? others : [...breakpoints, breakpoint];
}

/** The lines of a file that have one, in order. */
export function linesWithBreakpoint(breakpoints: readonly Breakpoint[], path: string): readonly number[] {
  return breakpoints
    .flatMap((each) => (each.kind === 'line' && each.path === path ? [each.line] : []))
    .sort((a, b) => a - b);
}

/** The breakpoints of a file put to other lines: its text was edited above them. */
export function withLines(
  breakpoints: readonly Breakpoint[],
  path: string,
  lines: readonly number[],
): readonly Breakpoint[] {
  const others = breakpoints.filter((each) => each.kind !== 'line' || each.path !== path);
  return [...others, ...[...new Set(lines)].map((line) => ({ kind: 'line', path, line }) as const)];
}

/**
 * The breakpoints of a file at lines that have code: one where there is none goes on to the next line that has, or back
 * to the last. `code` has them in order; where none is known, nothing moves.
 */
export function atCode(
  breakpoints: readonly Breakpoint[],
  path: string,
  code: readonly number[],
): readonly Breakpoint[] {
  const lines = linesWithBreakpoint(breakpoints, path);
  const moved = lines.map((line) => code.find((at) => at >= line) ?? code.at(-1) ?? line);
  return moved.join() === lines.join() ? breakpoints : withLines(breakpoints, path, moved);
}

/** The breakpoints on memory that a selection offers. */
export function breakpointsOn(
  { range, label }: Place,
  block: { readonly address: number } | null,
): readonly Breakpoint[] {
  const write: Breakpoint = { kind: 'write', range, label };
  return block ? [write, { kind: 'freed', address: block.address, label }] : [write];
}

/** Reads what {@link JSON.stringify} made of breakpoints. It comes from storage: what is none is left out. */
export function parseBreakpoints(text: string): readonly Breakpoint[] {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return [];
  }
  return knownBreakpoints(read);
}

/** The breakpoints of a list that may hold anything. */
export function knownBreakpoints(list: unknown): readonly Breakpoint[] {
  return Array.isArray(list) ? list.slice(0, 200).filter(isBreakpoint) : [];
}

function isBreakpoint(value: unknown): value is Breakpoint {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, path, line, label, address, range } = value as Record<string, unknown>;
  const { start, end } = (typeof range === 'object' && range !== null ? range : {}) as Record<string, unknown>;
  const isCount = (number: unknown): number is number => Number.isSafeInteger(number) && (number as number) >= 0;
  switch (kind) {
    case 'line':
      return typeof path === 'string' && isCount(line) && line > 0;
    case 'write':
      return typeof label === 'string' && isCount(start) && isCount(end) && start < end;
    case 'freed':
      return typeof label === 'string' && isCount(address);
    case 'stack-below':
      return isCount(address);
    default:
      return kind === 'growth' || kind === 'detached';
  }
}
