/**
 * Whether a number that was found is the one that an author wrote: `16`, `0x10` and `16n` are the same. Integers compare
 * exactly, and one above the signed range of 32 or 64 bits also means what Wasm gives for it: 4294967295 is -1, unless it
 * `isFloat`. A fraction may have been rounded to `f32`.
 */
export function sameNumber(found: string, written: string, isFloat = false): boolean {
  const [value, expected] = [exact(found), exact(written)];
  if (value !== null && expected !== null) {
    if (isFloat) return value === expected;
    return value === expected || (value < 0n && [32, 64].some((bits) => isUnsignedForm(value, expected, bits)));
  }
  const number = Number(written.replace(/n$/, ''));
  return Object.is(Number(found), number) || Object.is(Number(found), Math.fround(number));
}

const isUnsignedForm = (value: bigint, expected: bigint, bits: number): boolean =>
  expected >= 0n && expected < 1n << BigInt(bits) && BigInt.asIntN(bits, expected) === value;

function exact(text: string): bigint | null {
  const match = /^([+-]?)(0x[\da-f]+|\d+)n?$/i.exec(text.trim());
  if (!match) return null;
  const size = BigInt(match[2] ?? '0');
  return match[1] === '-' ? -size : size;
}
