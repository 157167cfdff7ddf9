import {
  type Bound,
  type CallArgument,
  type Check,
  type Comparison,
  type FindingName,
  findingNames,
  type Measure,
  type ParsedCheck,
  type Place,
  type ValueType,
} from '../lesson/exercise.ts';
import { CheckLine, CheckLineError } from './check-line.ts';

type CheckKind = Check['kind'];

const readBound = (line: CheckLine, what: string): Bound => {
  const comparison = (line.take(/<=|>=|=/) ?? '=') as Comparison;
  const other = line.take(/[<>!]=?/);
  if (other) throw new CheckLineError('expected `=`, `<=` or `>=` here', line.column - other.length);
  return { comparison, count: line.count(what) };
};
const measure =
  <Kind extends Measure>(kind: Kind, what: string) =>
  (line: CheckLine) => ({ kind, ...readBound(line, what) });

const readers: { readonly [Kind in CheckKind]: (line: CheckLine) => Extract<Check, { kind: Kind }> } = {
  output: (line) => ({ kind: 'output', text: line.quoted({ mayBeEmpty: true }) }),
  'output-contains': (line) => ({ kind: 'output-contains', text: line.quoted() }),
  'exit-code': (line) => ({ kind: 'exit-code', code: line.count('an exit code') }),
  finishes: () => ({ kind: 'finishes' }),
  traps: () => ({ kind: 'traps' }),
  call: readCall,
  bytes: (line) => {
    const symbol = line.symbol();
    line.need(/=/, '`=`');
    return { kind: 'bytes', symbol, bytes: readBytes(line) };
  },
  value: readValue,
  'no-leak': () => ({ kind: 'no-leak' }),
  'freed-once': () => ({ kind: 'freed-once' }),
  'live-blocks': measure('live-blocks', 'how many blocks'),
  'live-vals': measure('live-vals', 'how many values'),
  allocates: measure('allocates', 'how many blocks'),
  'allocated-bytes': measure('allocated-bytes', 'how many bytes'),
  'peak-bytes': measure('peak-bytes', 'how many bytes'),
  'stack-bytes': measure('stack-bytes', 'how many bytes'),
  pages: measure('pages', 'how many pages'),
  growths: measure('growths', 'how many growths'),
  size: readSize,
  aligned: readAligned,
  'within-bounds': () => ({ kind: 'within-bounds' }),
  'never-writes': readNeverWrites,
  'no-finding': (line) => ({ kind: 'no-finding', finding: readFinding(line) }),
  finding: (line) => {
    const finding = readFinding(line);
    if (finding === null) throw new CheckLineError(`expected a kind of finding here: ${kindsOfFinding}`, line.column);
    return { kind: 'finding', finding };
  },
  calls: (line) => ({ kind: 'calls', name: line.take(/[A-Za-z_]\w*/), ...readBound(line, 'how many calls') }),
  'largest-copy': measure('largest-copy', 'how many bytes'),
  'reads-through-view': (line) => {
    const isOfAll = line.take(/(?=[<>=!]|\d)/) !== null;
    const of = isOfAll ? null : readNamed(line);
    return { kind: 'reads-through-view', of, ...readBound(line, 'how many bytes') };
  },
  views: measure('views', 'how many views'),
  'no-stale-view': () => ({ kind: 'no-stale-view' }),
  'view-live': () => ({ kind: 'view-live' }),
  'no-detached-view': () => ({ kind: 'no-detached-view' }),
  view: readView,
  'source-contains': (line) => ({ kind: 'source-contains', text: line.quoted() }),
  'source-lacks': (line) => ({ kind: 'source-lacks', text: line.quoted() }),
  unchanged: (line) => {
    const path = line.need(/[\w./-]+/, 'a file of the starter');
    const from = line.take(/from\b/) === null ? null : line.quoted();
    const to = from === null || line.take(/to\b/) === null ? null : line.quoted();
    return { kind: 'unchanged', path, from, to, stays: '' };
  },
};

/** Every kind of check. */
export const checkKinds: readonly string[] = Object.keys(readers);

/** Reads one line of an exercise's checks. A mistake is a value with its column; nothing throws. */
export function parseCheck(text: string): ParsedCheck {
  const line = new CheckLine(text);
  try {
    const name = line.need(/[a-z-]+/, 'the name of a check');
    if (!isKind(name)) {
      return { ok: false, column: 1, message: `there is no check \`${name}\``, unknown: { name, known: checkKinds } };
    }
    const check = readers[name](line);
    line.end();
    return { ok: true, check };
  } catch (error) {
    if (!(error instanceof CheckLineError)) throw error;
    return { ok: false, column: error.column, message: error.message };
  }
}

const isKind = (name: string): name is CheckKind => Object.hasOwn(readers, name);

const numberPattern = /[+-]?(?:0x[\da-f]+|\d+(?:\.\d+)?(?:e[+-]?\d+)?)n?(?![\w.])/i;

function readCall(line: CheckLine): Extract<Check, { kind: 'call' }> {
  const name = line.need(/[A-Za-z_]\w*/, 'the name of an exported function');
  line.need(/\(/, '`(`');
  const args: CallArgument[] = [];
  while (line.take(/\)/) === null) {
    if (args.length > 0) line.need(/,/, '`,` or `)`');
    if (line.take(/&/) !== null) args.push({ kind: 'address-of', symbol: line.symbol() });
    else args.push({ kind: 'number', text: line.need(numberPattern, 'a number or `&global`') });
  }
  if (line.take(/traps\b/) !== null) return { kind: 'call', name, arguments: args, expected: { kind: 'trap' } };
  if (line.take(/$/) !== null) return { kind: 'call', name, arguments: args, expected: { kind: 'end' } };
  line.need(/=/, '`= result` or `traps`');
  const text = line.need(numberPattern, 'a number');
  return { kind: 'call', name, arguments: args, expected: { kind: 'result', text } };
}

function readBytes(line: CheckLine): readonly number[] {
  const bytes = [Number.parseInt(line.need(/[\da-f]{2}\b/i, 'bytes as `01 2A`'), 16)];
  for (let byte = line.take(/[\da-f]{2}\b/i); byte !== null; byte = line.take(/[\da-f]{2}\b/i)) {
    bytes.push(Number.parseInt(byte, 16));
  }
  const odd = line.take(/(?:0x)?[\da-f]+\b/i);
  if (odd === null) return bytes;
  const digits = odd.replace(/^0x/i, '');
  const pairs = digits.padStart(digits.length + (digits.length % 2), '0').match(/../g) ?? [];
  throw new CheckLineError(`\`${odd}\`: a byte is two digits; write \`${pairs.join(' ')}\``, line.column - odd.length);
}

function readValue(line: CheckLine): Extract<Check, { kind: 'value' }> {
  const symbol = line.symbol();
  const typed = line.take(/:/) !== null;
  const type = typed ? line.need(/[uif](?:8|16|32|64)\b/, 'a type such as `u8` or `f64`') : 'i32';
  if (type === 'f8' || type === 'f16') throw new CheckLineError(`there is no type \`${type}\``, line.column - 2);
  line.need(/=/, '`=`');
  const text = line.need(numberPattern, 'a number');
  const problem = misfit(type as ValueType, text);
  if (problem !== null) throw new CheckLineError(problem, line.column - text.length);
  return { kind: 'value', symbol, type: type as ValueType, text };
}

/** Why no global of a type holds a number; null where one can. 32 and 64 signed bits may be written as Wasm has them, without a sign. */
function misfit(type: ValueType, text: string): string | null {
  const bits = Number(type.slice(1));
  if (type.startsWith('f')) return null;
  if (!/^[+-]?(?:0x[\da-f]+|\d+)n?$/i.test(text))
    return `\`${text}\` is no whole number; write a type such as \`:f64\``;
  const digits = BigInt(text.replace(/^[+-]|n$/g, ''));
  const value = text.startsWith('-') ? -digits : digits;
  const isSigned = type.startsWith('i');
  const least = isSigned ? -(1n << BigInt(bits - 1)) : 0n;
  const most = (1n << BigInt(isSigned && bits < 32 ? bits - 1 : bits)) - 1n;
  return value >= least && value <= most ? null : `\`${type}\` holds ${least} to ${most}, never \`${text}\``;
}

const kindsOfFinding = findingNames.join(', ');

function readFinding(line: CheckLine): FindingName | null {
  const { column } = line;
  const name = line.take(/[a-z-]+/);
  const known = findingNames.find((each) => each === name);
  if (name !== null && !known)
    throw new CheckLineError(`there is no kind of finding \`${name}\`; there are ${kindsOfFinding}`, column + 1);
  return known ?? null;
}

function readSize(line: CheckLine): Extract<Check, { kind: 'size' }> {
  const of = line.take(/type(?=\s+[A-Za-z_])/) === null ? 'symbol' : 'type';
  const name = of === 'symbol' ? line.symbol() : line.need(/[A-Za-z_][^<=>]*(?:<[^=]*>)?(?=\s*[<>]?=?\s*\d)/, 'a type');
  return { kind: 'size', of, name: name.trim(), ...readBound(line, 'how many bytes') };
}

function readAligned(line: CheckLine): Extract<Check, { kind: 'aligned' }> {
  const what = line.take(/blocks(?=\s+to\b)/) === null ? readPlace(line) : ({ kind: 'blocks' } as const);
  line.need(/to\b/, '`to`');
  const to = line.count('a power of two');
  if (to === 0 || (to & (to - 1)) !== 0) throw new CheckLineError(`${to} is no power of two`, line.column);
  return { kind: 'aligned', what, to };
}

function readNeverWrites(line: CheckLine): Extract<Check, { kind: 'never-writes' }> {
  const range = line.take(/(?:0x[\da-f]+|\d+)\.\.(?:0x[\da-f]+|\d+)\b/i);
  if (range === null) return { kind: 'never-writes', to: { kind: 'symbol', name: line.symbol() } };
  const [start = 0, end = 0] = range.split('..').map(Number);
  if (end <= start) throw new CheckLineError(`\`${range}\` holds no byte: its end is not in it`, line.column);
  return { kind: 'never-writes', to: { kind: 'range', start, end } };
}

const viewType = /(?:(?:Int|Uint)(?:8|16|32)|Uint8Clamped|Float(?:16|32|64)|Big(?:Int|Uint)64)Array\b|DataView\b/;

function readView(line: CheckLine): Extract<Check, { kind: 'view' }> {
  const type = line.need(viewType, 'a view such as `Uint8Array`');
  line.need(/at\b/, '`at`');
  const at = readPlace(line);
  line.need(/length\b/, '`length`');
  return { kind: 'view', type, at, length: line.count('a length in elements') };
}

function readPlace(line: CheckLine): Place {
  const offset = line.take(/0x[\da-f]+\b|\d+\b/i);
  return offset === null ? readNamed(line) : { kind: 'offset', offset: Number(offset) };
}

function readNamed(line: CheckLine): Exclude<Place, { kind: 'offset' }> {
  if (line.take(/block(?=\s+\d)/) !== null) return { kind: 'block', id: line.count('the number of a block') };
  return { kind: 'symbol', name: line.symbol() };
}
