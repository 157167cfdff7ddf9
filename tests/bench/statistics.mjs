/** Median and quartiles of some numbers; null when there are none. Of three numbers the quartiles are least and most. */
export function summary(values) {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const last = sorted.length - 1;
  return { low: sorted[Math.floor(last / 4)], median: sorted[last >> 1], high: sorted[Math.ceil((3 * last) / 4)] };
}

/** `40 ms (38 to 45)`: the median, and between which values half of all lie. */
export function words(numbers, unit = 'ms', digits = 0) {
  if (!numbers) return '–';
  const { low, median, high } = numbers;
  return `${median.toFixed(digits)} ${unit} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
}

/** Lines of text columns, the first row being the heads. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
}
