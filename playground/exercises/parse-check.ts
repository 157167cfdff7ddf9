import type { CallArgument, Check, Comparison, ParsedCheck, Place, ValueType } from '../lesson/exercise.ts';
import { CheckLine, CheckLineError } from './check-line.ts';

type CheckKind = Check['kind'];

const readers: { readonly [Kind in CheckKind]: (line: CheckLine) => Extract<Check, { kind: Kind }> } = {
  output: (line) => ({ kind: 'output', text: line.quoted() }),
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
  'live-blocks': (line) => ({ kind: 'live-blocks', count: line.count('how many blocks') }),
  allocates: (line) => ({ kind: 'allocates', count: line.count('how many allocations') }),
  'max-blocks': (line) => ({ kind: 'max-blocks', count: line.count('how many blocks at most') }),
  pages: (line) => ({ kind: 'pages', ...readComparison(line, 'how many pages') }),
  growths: (line) => ({ kind: 'growths', ...readComparison(line, 'how many growths') }),
  views: (line) => ({ kind: 'views', count: line.count('how many views') }),
  'view-live': () => ({ kind: 'view-live' }),
  'no-detached-view': () => ({ kind: 'no-detached-view' }),
  view: readView,
  'source-contains': (line) => ({ kind: 'source-contains', text: line.quoted() }),
  'source-lacks': (line) => ({ kind: 'source-lacks', text: line.quoted() }),
};

/** Reads one line of an exercise's checks. A mistake is a value with its column; nothing throws. */
export function parseCheck(text: string): ParsedCheck {
  const line = new CheckLine(text);
  try {
    const name = line.need(/[a-z-]+/, 'the name of a check');
    if (!isKind(name)) {
      const known = Object.keys(readers).join(', ');
      throw new CheckLineError(`there is no check \`${name}\`; there are ${known}`, 1);
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
  line.need(/=/, '`= result` or `traps`');
  const text = line.need(numberPattern, 'a number');
  return { kind: 'call', name, arguments: args, expected: { kind: 'result', text } };
}

function readBytes(line: CheckLine): readonly number[] {
  const bytes = [Number.parseInt(line.need(/[\da-f]{2}\b/i, 'bytes as `01 2A`'), 16)];
  for (let byte = line.take(/[\da-f]{2}\b/i); byte !== null; byte = line.take(/[\da-f]{2}\b/i)) {
    bytes.push(Number.parseInt(byte, 16));
  }
  return bytes;
}

function readValue(line: CheckLine): Extract<Check, { kind: 'value' }> {
  const symbol = line.symbol();
  const typed = line.take(/:/) !== null;
  const type = typed ? line.need(/[uif](?:8|16|32|64)\b/, 'a type such as `u8` or `f64`') : 'i32';
  if (type === 'f8' || type === 'f16') throw new CheckLineError(`there is no type \`${type}\``, line.column - 2);
  line.need(/=/, '`=`');
  return { kind: 'value', symbol, type: type as ValueType, text: line.need(numberPattern, 'a number') };
}

function readComparison(line: CheckLine, what: string): { comparison: Comparison; count: number } {
  const comparison = (line.take(/<=|>=|=/) ?? '=') as Comparison;
  return { comparison, count: line.count(what) };
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
  if (line.take(/block(?=\s+\d)/) !== null) return { kind: 'block', id: line.count('the number of a block') };
  const offset = line.take(/0x[\da-f]+\b|\d+\b/i);
  return offset === null ? { kind: 'symbol', name: line.symbol() } : { kind: 'offset', offset: Number(offset) };
}
