/**
 * The bytes in a text that was pasted, as two digits each: `2A 00`, `2a00`, `0x2A, 0x00`, `{0x2a, 0}`. Empty when it
 * holds anything else.
 */
export function readBytes(text: string): readonly string[] {
  const words = text
    .normalize('NFKC')
    .split(/[\s,;{}[\]()]+/)
    .filter((word) => word !== '');
  const bytes = words.flatMap((word) => {
    const digits = word.replace(/^0x/i, '');
    if (!/^[\da-f]+$/i.test(digits)) return [null];
    return digits.length <= 2 ? [digits.padStart(2, '0')] : (digits.match(/..?/g) ?? []);
  });
  const whole = bytes.filter((byte) => byte !== null && byte.length === 2) as string[];
  return whole.length === bytes.length ? whole.map((byte) => byte.toUpperCase()) : [];
}
