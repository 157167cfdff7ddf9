import type { Check } from '../lesson/exercise.ts';
import { type DataSymbol, type MemoryState, toAddress } from '../trace/memory-state.ts';
import { numberTypes, readNumber } from '../trace/number-types.ts';
import { counted, formatAddress, formatByte } from '../view-model/hexadecimal.ts';
import type { Attempt, Verdict } from './attempt.ts';
import { sameNumber } from './same-number.ts';
import { failed, passed, placed } from './verdict.ts';

/** Bytes that are shown whole when they are wrong. */
const shownWhole = 16;

export async function decideBytes(check: Extract<Check, { kind: 'bytes' }>, attempt: Attempt): Promise<Verdict> {
  const symbol = symbolNamed(attempt.state, check.symbol);
  if (!symbol) return missingSymbol(check.symbol, attempt.state);
  const bytes = await bytesAt(attempt, symbol.address, check.bytes.length);
  const wrong = check.bytes.flatMap((byte, index) => (byte === bytes[index] ? [] : [index]));
  const [first] = wrong;
  if (first === undefined) return passed;
  const place = formatAddress(symbol.address + first);
  const difference = `At ${place} lies ${hexadecimal(bytes.slice(first, first + 1))}. It should be ${hexadecimal(check.bytes.slice(first, first + 1))}.`;
  const words = () => {
    if (check.bytes.length === 1) return difference;
    if (check.bytes.length <= shownWhole) return `${check.symbol} holds ${hexadecimal(bytes)}. ${difference}`;
    return `${difference} ${counted(wrong.length, 'byte')} of ${check.bytes.length} differ.`;
  };
  return failedAtWrite(words(), attempt, symbol.address + first, 1);
}

export async function decideValue(check: Extract<Check, { kind: 'value' }>, attempt: Attempt): Promise<Verdict> {
  const symbol = symbolNamed(attempt.state, check.symbol);
  if (!symbol) return missingSymbol(check.symbol, attempt.state);
  const bytes = await bytesAt(attempt, symbol.address, numberTypes[check.type].bytes);
  if (bytes.length < numberTypes[check.type].bytes) return failed(`The memory ends before the end of ${check.symbol}.`);
  const value = String(readNumber(check.type, bytes));
  const place = formatAddress(symbol.address);
  if (sameNumber(value, check.text, check.type.startsWith('f'))) return passed;
  const words = `${check.symbol} at ${place} holds ${value}, not ${check.text}.`;
  return failedAtWrite(words, attempt, symbol.address, bytes.length);
}

/** With the step that wrote these bytes last, if one did. */
async function failedAtWrite(words: string, attempt: Attempt, start: number, length: number): Promise<Verdict> {
  const trace = await attempt.trace();
  const range = { start: toAddress(start), end: toAddress(start + length) };
  const [last] = trace ? (await trace.history(trace.steps, range, 1)).before : [];
  return last ? placed(failed(words), last, 'bytes') : failed(words);
}

/** Finds a global by its name; null when the program has none. */
export function symbolNamed(state: MemoryState, name: string): DataSymbol | null {
  return state.layout.symbols.find((symbol) => symbol.name === name) ?? null;
}

/** The linker leaves out what nothing refers to, so a global can go missing while its definition stands there. */
export function missingSymbol(name: string, { layout }: MemoryState): Verdict {
  const names = layout.symbols.map((symbol) => symbol.name);
  const more = names.length > 8 ? ` and ${names.length - 8} more` : '';
  const only = names.length === 0 ? '' : `, only ${names.slice(0, 8).join(', ')}${more}`;
  return failed(
    `The linked program has no global ${name}${only}. Keep its name, and use it: the linker drops what nothing uses.`,
  );
}

/** `length` bytes from a byte offset on; fewer where the memory ends. */
async function bytesAt({ bytes }: Attempt, offset: number, length: number): Promise<readonly number[]> {
  return [...(await bytes.read({ start: toAddress(offset), end: toAddress(offset + length) }))];
}

const hexadecimal = (bytes: readonly number[]): string =>
  bytes.length === 0 ? 'nothing' : bytes.map(formatByte).join(' ');
