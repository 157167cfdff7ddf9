/** The number of a line, given as one or as a piece of its text that no other line has; else what is wrong, in words. */
export function findLine(wanted: number | string, lines: readonly string[]): number | string {
  if (typeof wanted === 'number') {
    return wanted >= 1 && wanted <= lines.length
      ? wanted
      : `there is no line ${wanted}: the file has ${lines.length} lines`;
  }
  const [, inner] = /^'(.+)'$/.exec(wanted) ?? [];
  const found = lines.flatMap((line, index) => (line.includes(wanted) ? [index + 1] : []));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  return found.length > 0
    ? `lines ${found.join(', ')} hold \`${wanted}\`; write more of the one that is meant, or its number`
    : inner !== undefined && lines.some((line) => line.includes(inner))
      ? `no line holds \`${wanted}\`; leave out the single quotes: \`${inner}\``
      : `no line holds \`${wanted}\`; the file has ${lines.length} lines`;
}
