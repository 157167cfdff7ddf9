import type { Block, DataSymbol, MemoryView } from '../../playground/trace/memory-state.ts';
import { pageSize } from '../../playground/trace/memory-state.ts';
import { type NumberType, numberTypes, readNumber } from '../../playground/trace/number-types.ts';
import type { Value as TracedValue, Variable } from '../../playground/trace/trace.ts';
import type { Snapshot } from './executed-program.ts';
import { suggest } from './nearest.ts';
import {
  callsUntil,
  callsWithin,
  endings,
  findingOf,
  findingsOf,
  lineOf,
  outputUntil,
  printedLine,
  referencesOf,
} from './read-outcome.ts';
import type { Reading, ReadingCall, ReadingTerm } from './reading-grammar.ts';
import { strippedSize } from './stripped-size.ts';
import { UnreadableError } from './unreadable-error.ts';

/** What a run answered: a number with what it measures, bytes, or text. */
export type Value =
  | { readonly kind: 'number'; readonly value: number | bigint; readonly measures: 'address' | 'bytes' | 'count' }
  | { readonly kind: 'bytes'; readonly bytes: readonly number[]; readonly address: number }
  | { readonly kind: 'text'; readonly text: string };

/** Reads a value from a run at one moment, whatever the reading says of when. Throws {@link UnreadableError} when the run has no such thing. */
export function readValue(reading: Reading, run: Snapshot): Value {
  const first = readTerm(reading.first, run);
  if (reading.rest.length === 0) return first;
  let total = asNumber(first);
  // The difference of two addresses is a length; an address moved by a number stays one.
  let addresses = isAddress(first) ? 1 : 0;
  for (const { operator, term } of reading.rest) {
    const value = readTerm(term, run);
    const operand = asNumber(value);
    if (operator === '/' && operand === 0) throw new UnreadableError('what is behind `/` is 0 there');
    const weight = isAddress(value) ? 1 : 0;
    if (operator === '+') [total, addresses] = [total + operand, addresses + weight];
    else if (operator === '-') [total, addresses] = [total - operand, addresses - weight];
    else if (operator === '*') [total, addresses] = [total * operand, 0];
    else [total, addresses] = [total / operand, 0];
  }
  return { kind: 'number', value: total, measures: addresses === 1 ? 'address' : 'bytes' };
}

const isAddress = (value: Value): boolean => value.kind === 'number' && value.measures === 'address';

function asNumber(value: Value): number {
  if (value.kind !== 'number') throw new UnreadableError('only numbers can be combined');
  return Number(value.value);
}

function readTerm(term: ReadingTerm, run: Snapshot): Value {
  if (term.kind === 'number') return count(term.value);
  return readCall(term, run);
}

const count = (value: number | bigint): Value => ({ kind: 'number', value, measures: 'count' });
const bytes = (value: number): Value => ({ kind: 'number', value, measures: 'bytes' });
const text = (text: string): Value => ({ kind: 'text', text });
const address = (value: number): Value => ({ kind: 'number', value, measures: 'address' });

/** A program of a lesson has all of the linker's symbols. */
function known<What>(what: What | null): What {
  if (what === null) throw new UnreadableError('the module does not tell that');
  return what;
}

function readCall(call: ReadingCall, run: Snapshot): Value {
  const { state } = run;
  const { layout } = state;
  switch (call.name) {
    case 'address':
      return address(findSymbol(call, run).address);
    case 'size':
      return bytes(findSymbol(call, run).size);
    case 'bytes': {
      const range = place(call, run);
      return { kind: 'bytes', bytes: [...slice(run, range.offset, range.length)], address: range.offset };
    }
    case 'pages':
      return count(state.pages);
    case 'maximumPages':
      if (state.maximumPages === null) throw new UnreadableError('the module declares no maximum');
      return count(state.maximumPages);
    case 'memoryBytes':
      return bytes(state.pages * pageSize);
    case 'growths':
      return count(state.growths.length);
    case 'dataStart':
      return address(known(layout.data).start);
    case 'dataEnd':
      return address(known(layout.data).end);
    case 'heapBase':
      return address(known(layout.heapBase));
    case 'heapEnd':
      return address(known(state.heapEnd));
    case 'stackLow':
      return address(known(state.stackLow));
    case 'stackStart':
      return address(known(layout.stack).start);
    case 'stackEnd':
      return address(known(layout.stack).end);
    case 'stackUsed':
      return bytes(known(layout.stack).end - known(state.stackLow));
    case 'blocks':
      return count(state.heap.liveBlocks + state.heap.freedBlocks);
    case 'liveBlocks':
      return count(state.heap.liveBlocks);
    case 'liveBytes':
      return bytes(state.heap.liveBytes);
    case 'blockAddress':
      return address(numbered(call, 'block', state.blocks).address);
    case 'blockSize':
      return bytes(numbered(call, 'block', state.blocks).size);
    case 'blockEnd': {
      const block = numbered(call, 'block', state.blocks);
      return address(block.address + block.size);
    }
    case 'liveVals':
      return count(state.handles.filter(({ kind, goneInStep }) => kind === 'val' && goneInStep === null).length);
    case 'valReferences':
      return count(referencesOf(argumentNumber(call), run));
    case 'calls':
      return count(callsUntil(run, call.argument.kind === 'symbol' ? call.argument.name : null));
    case 'callsWithin':
      return count(callsWithin(run, call.argument.kind === 'path' ? call.argument.names.join('.') : ''));
    case 'views':
      return count(state.views.length);
    case 'detachedViews':
      return count(state.views.filter((view) => view.state.kind === 'detached').length);
    case 'viewOffset':
      return address(numbered(call, 'view', state.views).byteOffset);
    case 'viewLength':
      return count(numbered(call, 'view', state.views).length);
    case 'output':
      return text(outputUntil(run));
    case 'outputLine':
      return text(printedLine(outputUntil(run), argumentNumber(call), 'the program'));
    case 'scriptLine':
      return text(printedLine(run.scriptOutput, argumentNumber(call), 'the script'));
    case 'ending':
      return text(endings[run.outcome.status]);
    case 'exitCode':
      if (run.outcome.status !== 'finished' || run.outcome.exitCode === null) {
        throw new UnreadableError(`the program has no exit code: it ended as "${run.outcome.status}"`);
      }
      return count(run.outcome.exitCode);
    case 'findings':
      return count(findingsOf(run).length);
    case 'findingLine':
      return count(lineOf(findingOf(run, argumentNumber(call)).place));
    case 'causeLine':
      return count(lineOf(findingOf(run, argumentNumber(call)).cause?.place ?? null));
    case 'wasmBytes':
      return bytes(run.wasm.length);
    case 'strippedBytes':
      return bytes(strippedSize(run.wasm));
    case 'variable':
      return shownValue(findVariable(call, run));
    case 'variableAddress':
      return address(rangeOf(call, run).start);
    case 'variableBytes': {
      const { start, end } = rangeOf(call, run);
      return { kind: 'bytes', bytes: [...slice(run, start, end - start)], address: start };
    }
    case 'line': {
      const { place } = momentOf(run);
      if (!place) throw new UnreadableError('no line runs next: the run is at its end');
      return count(place.line);
    }
    case 'function':
      return text(momentOf(run).frames.at(-1)?.name ?? '');
    case 'depth':
      return count(momentOf(run).frames.filter(({ isLibrary }) => !isLibrary).length);
    default:
      return numberAt(call, call.name, run);
  }
}

function momentOf({ moment }: Snapshot): NonNullable<Snapshot['moment']> {
  if (!moment) throw new UnreadableError("say when: `variable(sum) before line 8`, `line() after 'free(p)'`");
  return moment;
}

/** A variable of the innermost frame, or a global; or a part of one. */
function findVariable(call: ReadingCall, run: Snapshot): TracedValue {
  const { frames, globals } = momentOf(run);
  const [name = '', ...parts] = call.argument.kind === 'path' ? call.argument.names : [];
  const known: readonly Variable[] = [...(frames.at(-1)?.variables ?? []), ...globals];
  let found = known.find(({ value }) => value.name === name)?.value;
  if (!found) {
    const names = known.map(({ value }) => value.name);
    throw new UnreadableError(`there is no variable \`${name}\` at this moment; ${suggest(name, names.slice(0, 20))}`);
  }
  for (const part of parts) {
    const within: TracedValue = found;
    found = within.parts.find((each) => each.name === part);
    if (!found) throw new UnreadableError(`\`${within.name}\` has no part \`${part}\``);
  }
  if (found.state !== 'known') throw new UnreadableError(`\`${found.name}\` is ${found.state} at this moment`);
  return found;
}

function shownValue({ text, pointsTo }: TracedValue): Value {
  if (pointsTo) return address(pointsTo.range.start);
  return /^-?\d+(\.\d+)?$/.test(text) ? count(Number(text)) : { kind: 'text', text };
}

function rangeOf(call: ReadingCall, run: Snapshot) {
  const { name, range } = findVariable(call, run);
  if (!range) throw new UnreadableError(`\`${name}\` is in no memory at this moment`);
  return range;
}

function numberAt(call: ReadingCall, type: NumberType, run: Snapshot): Value {
  return count(readNumber(type, slice(run, placeOf(call, run), numberTypes[type].bytes)));
}

function place(call: ReadingCall, run: Snapshot): { offset: number; length: number } {
  if (call.argument.kind === 'range') {
    return { offset: asNumber(readValue(call.argument.offset, run)), length: call.argument.length };
  }
  const symbol = findSymbol(call, run);
  if (symbol.size === 0) throw new UnreadableError(`the module does not say how large \`${symbol.name}\` is`);
  return { offset: symbol.address, length: symbol.size };
}

function placeOf(call: ReadingCall, run: Snapshot): number {
  if (call.argument.kind === 'symbol') return findSymbol(call, run).address;
  if (call.argument.kind === 'place') return asNumber(readValue(call.argument.offset, run));
  return argumentNumber(call);
}

function slice(run: Snapshot, offset: number, length: number): Uint8Array {
  if (offset < 0 || offset + length > run.memory.length) {
    throw new UnreadableError(`${offset} lies outside the memory (${run.memory.length} bytes)`);
  }
  return run.memory.subarray(offset, offset + length);
}

function findSymbol(call: ReadingCall, run: Snapshot): DataSymbol {
  const name = call.argument.kind === 'symbol' ? call.argument.name : '';
  const { symbols } = run.state.layout;
  const symbol = symbols.find((each) => each.name === name);
  if (symbol) return symbol;
  const names = symbols.map((each) => each.name);
  throw new UnreadableError(`the program has no global \`${name}\`; ${suggest(name, names.slice(0, 20))}`);
}

function numbered<Item extends Block | MemoryView>(call: ReadingCall, noun: string, items: readonly Item[]): Item {
  const id = argumentNumber(call);
  const item = items.find((each) => each.id === id);
  if (item === undefined) throw new UnreadableError(`there is no ${noun} ${id}; the run has ${items.length}`);
  return item;
}

const argumentNumber = (call: ReadingCall): number => (call.argument.kind === 'number' ? call.argument.value : 0);
