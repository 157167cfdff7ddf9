import { formatAddress } from '../trace/address-text.ts';
import { plainText } from '../trace/phrase.ts';
import { findingsOf, framesOf } from './frame-items.ts';
import type { Part } from './parts.ts';
import type { TextWriter } from './streams.ts';
import type {
  Access,
  Allocation,
  Finding,
  Frames,
  Growth,
  Output,
  Place,
  Store,
  Value,
  View,
} from './trace-document.ts';
import { accessesOf, allocationsOf, type Excerpt, growthOf, outputOf, storesOf, viewsOf } from './trace-items.ts';

/** Part after part, an item a line. */
export async function printText(writer: TextWriter, excerpt: Excerpt, parts: readonly Part[]): Promise<void> {
  for (const part of parts) {
    for await (const line of linesOf(excerpt, part)) writer.write(`${line}\n`);
  }
}

async function* linesOf(excerpt: Excerpt, part: Part): AsyncIterable<string> {
  switch (part) {
    case 'steps':
      return yield* stepLines(excerpt);
    case 'stores':
      for (const item of storesOf(excerpt)) yield storeLine(item);
      return;
    case 'accesses':
      for (const item of accessesOf(excerpt)) yield accessLine(item);
      return;
    case 'views':
      for (const item of viewsOf(excerpt)) yield viewLine(item);
      return;
    case 'allocations':
      for (const item of allocationsOf(excerpt, 'allocations')) yield allocationLine(item, 'allocated');
      for (const item of allocationsOf(excerpt, 'releases')) yield allocationLine(item, 'released');
      return;
    case 'growth':
      for (const item of growthOf(excerpt)) yield growthLine(item);
      return;
    case 'output':
      for (const item of outputOf(excerpt)) yield outputLine(item);
      return;
    case 'frames':
      for await (const item of framesOf(excerpt)) yield* frameLines(item);
      return;
    case 'findings':
      for (const item of await findingsOf(excerpt)) yield findingLine(item);
      return;
    default:
      part satisfies never;
  }
}

/** Each step with the function that it is in, indented by its depth, and with what it did and printed. */
async function* stepLines(excerpt: Excerpt): AsyncIterable<string> {
  const { trace } = excerpt.recorded;
  const output = outputOf(excerpt)[Symbol.iterator]();
  let printed = output.next();
  let before = await trace.at(excerpt.from);
  for (let step = excerpt.from; step <= excerpt.to && step < trace.steps; step++) {
    const after = await trace.at(step + 1);
    const indent = '  '.repeat(Math.min(before.frames.length, deepest));
    yield `${String(step).padStart(6)}${indent}${before.frames.at(-1)?.name ?? ''}: ${plainText(after.did)}`;
    for (; !printed.done && (printed.value.step ?? 0) <= step; printed = output.next()) {
      yield `${' '.repeat(6)}${indent}  ${printedLine(printed.value)}`;
    }
    before = after;
  }
}

/** Calls deeper than this are not indented further. */
const deepest = 20;

const during = (step: number | null): string => (step === null ? 'before step 0' : `step ${step}`);
const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
const located = ({ file, line }: Place): string => (file === null ? 'no known line' : `${file}:${line}`);

function storeLine({ step, address, size, before, after }: Store): string {
  const more = size * 2 > after.length ? '…' : '';
  return `${during(step)}: ${counted(size, 'byte')} at ${formatAddress(address)}: ${before}${more} -> ${after}${more}`;
}

function accessLine({ step, kind, view, address, size, method, ...place }: Access): string {
  const how = method === null ? '' : `, by ${method}`;
  return `${located(place)}: step ${step}: ${kind} of ${counted(size, 'byte')} at ${formatAddress(address)} through view ${view}${how}`;
}

function viewLine({ view, type, address, length, by, made, detached }: View): string {
  const gone = detached ? `, detached in step ${detached.step}` : '';
  return `step ${made.step}: the ${by} made view ${view}, ${type} of ${counted(length, 'element')} at ${formatAddress(address)}${gone}`;
}

function allocationLine({ step, block, address, size, function: by }: Allocation, verb: string): string {
  return `${during(step)}: ${by} ${verb} block ${block}, ${counted(size, 'byte')} at ${formatAddress(address)}`;
}

const growthLine = ({ step, from, to, by }: Growth): string =>
  `${during(step)}: the ${by} grew memory from ${from} to ${counted(to, 'page')}`;

const outputLine = (output: Output): string => `${during(output.step)}: ${printedLine(output)}`;
const printedLine = ({ stream, text }: Output): string => `${stream} ${JSON.stringify(text)}`;

function* frameLines({ step, did, frames, globals, ...place }: Frames): Iterable<string> {
  yield `step ${step}, ${located(place)}`;
  yield `  before: ${did}`;
  for (const { function: name, variables, ...at } of frames.toReversed()) {
    yield `  ${name}, ${located(at)}`;
    for (const variable of variables) yield* valueLines(variable, '    ');
  }
  if (globals.length > 0) yield '  globals';
  for (const variable of globals) yield* valueLines(variable, '    ');
}

function* valueLines(value: Value, indent: string): Iterable<string> {
  const { name, type, text, state, address, pointsTo, parts = [] } = value;
  const shown = state === 'known' ? text : `(${state})`;
  const to = pointsTo ? ` to ${pointsTo.what}` : '';
  yield `${indent}${type} ${name}${shown && ` = ${shown}`}${to}${address === null ? '' : ` at ${formatAddress(address)}`}`;
  for (const part of parts) if (!part.isRaw) yield* valueLines(part, `${indent}  `);
}

function findingLine({ step, text, cause, ...place }: Finding): string {
  const caused = cause ? ` (step ${cause.step}, ${located(cause)}: ${cause.text})` : '';
  return `${located(place)}: step ${step}: ${text}${caused}`;
}
