import { suggest } from './nearest.ts';

/** What a reading can be about. */
export type ReadingArgument =
  | { readonly kind: 'none' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'symbol'; readonly name: string }
  /** A variable or a part of one: `point.x`, `list[2]`. */
  | { readonly kind: 'path'; readonly names: readonly string[] }
  | { readonly kind: 'place'; readonly offset: Reading }
  | { readonly kind: 'range'; readonly offset: Reading; readonly length: number };

export interface ReadingCall {
  readonly name: ReadingName;
  readonly argument: ReadingArgument;
}

/**
 * A moment of the run: just before a line runs for the `time`-th time, or just after it has run. The line is a number or a
 * piece of its text; without a file it is one of the program's first.
 */
export type When =
  | { readonly kind: 'step'; readonly step: number }
  | {
      readonly kind: 'before' | 'after';
      readonly file: string | null;
      readonly line: number | string;
      readonly time: number;
    };

/** `first op second op third`, from left to right; at the run's end where there is no `when`. */
export interface Reading {
  readonly when: When | null;
  readonly first: ReadingTerm;
  readonly rest: readonly { readonly operator: '+' | '-' | '*' | '/'; readonly term: ReadingTerm }[];
}
export type ReadingTerm =
  | { readonly kind: 'number'; readonly value: number }
  | ({ readonly kind: 'call' } & ReadingCall);

/** Which arguments each reading takes. */
const readings = {
  address: ['symbol'],
  size: ['symbol'],
  bytes: ['symbol', 'range'],
  u8: ['symbol', 'number', 'place'],
  i8: ['symbol', 'number', 'place'],
  u16: ['symbol', 'number', 'place'],
  i16: ['symbol', 'number', 'place'],
  u32: ['symbol', 'number', 'place'],
  i32: ['symbol', 'number', 'place'],
  u64: ['symbol', 'number', 'place'],
  i64: ['symbol', 'number', 'place'],
  f32: ['symbol', 'number', 'place'],
  f64: ['symbol', 'number', 'place'],
  pages: ['none'],
  maximumPages: ['none'],
  memoryBytes: ['none'],
  growths: ['none'],
  dataStart: ['none'],
  dataEnd: ['none'],
  heapBase: ['none'],
  heapEnd: ['none'],
  stackLow: ['none'],
  stackStart: ['none'],
  stackEnd: ['none'],
  stackUsed: ['none'],
  blocks: ['none'],
  liveBlocks: ['none'],
  liveBytes: ['none'],
  blockAddress: ['number'],
  blockSize: ['number'],
  blockEnd: ['number'],
  liveVals: ['none'],
  valReferences: ['number'],
  calls: ['none', 'symbol'],
  callsWithin: ['path'],
  views: ['none'],
  detachedViews: ['none'],
  viewOffset: ['number'],
  viewLength: ['number'],
  output: ['none'],
  outputLine: ['number'],
  scriptLine: ['number'],
  ending: ['none'],
  exitCode: ['none'],
  findings: ['none'],
  findingLine: ['number'],
  causeLine: ['number'],
  wasmBytes: ['none'],
  strippedBytes: ['none'],
  variable: ['path'],
  variableAddress: ['path'],
  variableBytes: ['path'],
  line: ['none'],
  function: ['none'],
  depth: ['none'],
} as const satisfies Record<string, readonly ReadingArgument['kind'][]>;
export type ReadingName = keyof typeof readings;

/** Every reading. */
export const readingNames: readonly string[] = Object.keys(readings);

const numberText = String.raw`0x[\da-fA-F]+|\d+`;
const termPattern = new RegExp(String.raw`^(?:(${numberText})|(\w+)\(\s*((?:[^()]|\([^()]*\))*?)\s*\))`);

const whenPattern =
  /^(before|after) (?:([\w.-]+\.\w+) )?(?:line (\d+)|'([^']+)')(?:, time ([1-9]\d*))?$|^at step (\d+)$/;

/** Reads `before line 8`, `after lab.js 'memory.grow', time 2` or `at step 12`; null when it is none of these. */
export function parseWhen(text: string): When | null {
  const match = whenPattern.exec(text.trim());
  if (!match) return null;
  const [, kind, file, number, piece = '', time = '1', step] = match;
  if (step !== undefined) return { kind: 'step', step: Number(step) };
  const line = number === undefined ? piece : Number(number);
  return { kind: kind === 'after' ? 'after' : 'before', file: file ?? null, line, time: Number(time) };
}

/**
 * Reads `blockAddress(2) - blockAddress(1)`, `u32(blockAddress(1) - 4)`, `variable(sum) before line 8`. What is wrong comes
 * back as words.
 */
export function parseReading(text: string): Reading | { readonly error: string } {
  const moment = / (?:(?:before|after) .*|at step \d+)$/.exec(text);
  if (!moment) return parseTerms(text, null);
  const when = parseWhen(moment[0]);
  if (when) return parseTerms(text.slice(0, moment.index), when);
  return {
    error: `\`${moment[0].trim()}\` is no moment; write \`before line 8\`, \`after 'free(p)'\` or \`at step 12\``,
  };
}

function parseTerms(text: string, when: When | null): Reading | { readonly error: string } {
  let rest = text.trim();
  const terms: ReadingTerm[] = [];
  const operators: ('+' | '-' | '*' | '/')[] = [];
  for (;;) {
    const match = termPattern.exec(rest);
    if (!match) return { error: `\`${rest || text}\` is not a reading; write for example \`address(greeting)\`` };
    const term = match[1] === undefined ? readCall(match[2] ?? '', match[3] ?? '') : numberTerm(match[1]);
    if ('error' in term) return term;
    terms.push(term);
    rest = rest.slice(match[0].length).trimStart();
    if (rest === '') break;
    const operator = rest[0];
    if (operator !== '+' && operator !== '-' && operator !== '*' && operator !== '/') {
      return { error: `after \`${match[0]}\` comes \`+\`, \`-\`, \`*\`, \`/\` or nothing, not \`${rest}\`` };
    }
    operators.push(operator);
    rest = rest.slice(1).trimStart();
  }
  const [first, ...others] = terms;
  if (first === undefined) return { error: 'the reading is empty' };
  const tail = others.map((term, index) => ({ operator: operators[index] ?? '+', term }));
  return { when, first, rest: tail };
}

function numberTerm(text: string): ReadingTerm {
  return { kind: 'number', value: Number(text) };
}

function readCall(name: string, argumentText: string): ReadingTerm | { readonly error: string } {
  if (!Object.hasOwn(readings, name)) {
    return { error: `there is no reading \`${name}\`; ${suggest(name, readingNames)}` };
  }
  const kinds: readonly string[] = readings[name as ReadingName];
  const argument = kinds.includes('path') ? readPath(argumentText) : readArgument(argumentText);
  if (argument === null || !kinds.includes(argument.kind)) {
    const forms = kinds.map((kind) => `\`${name}(${example[kind as ReadingArgument['kind']]})\``);
    return { error: `\`${name}(${argumentText})\` cannot be read; write ${forms.join(' or ')}` };
  }
  if (argument.kind === 'range' && argument.length === 0)
    return { error: `\`${name}(${argumentText})\` reads no byte; the number after the comma says how many` };
  return { kind: 'call', name: name as ReadingName, argument };
}

const example: Record<ReadingArgument['kind'], string> = {
  none: '',
  number: '1',
  symbol: 'greeting',
  path: 'point.x',
  place: 'blockAddress(1) + 4',
  range: '0x410, 4',
};

function readPath(text: string): ReadingArgument | null {
  if (!/^[A-Za-z_$][\w$:]*(\.[\w$]+|\[\d+\])*$/.test(text)) return null;
  return { kind: 'path', names: text.split(/\.|(?=\[)/) };
}

function readArgument(text: string): ReadingArgument | null {
  if (text === '') return { kind: 'none' };
  if (new RegExp(`^(${numberText})$`).test(text)) return { kind: 'number', value: Number(text) };
  if (/^[A-Za-z_][\w:]*$/.test(text)) return { kind: 'symbol', name: text };
  const range = /^(.*?)\s*,\s*(\d+)$/.exec(text);
  const offset = parseReading(range?.[1] ?? text);
  if ('error' in offset) return null;
  return range ? { kind: 'range', offset, length: Number(range[2]) } : { kind: 'place', offset };
}
