/** The source of a program's glue, and which lines of it the program reaches: first and last of each piece, ascending. */
export interface GlueText {
  readonly text: string;
  readonly shown: readonly (readonly [first: number, last: number])[];
}

/** The glue reduced to what a program reaches. Lines count from 1. */
export interface GlueListing {
  /** What is shown, a row for each line, and one for each gap. */
  readonly text: string;
  /** The line of the glue in each row; null in those that stand for a gap. */
  readonly numbers: readonly (number | null)[];
  readonly lines: number;
  readonly shownLines: number;
}

/** Leaves out the lines that are not reached; where some were, a row says how many. */
export function listGlue({ text, shown }: GlueText): GlueListing {
  const lines = text.split('\n');
  const rows: string[] = [];
  const numbers: (number | null)[] = [];
  let next = 1;
  const leaveOut = (until: number): void => {
    const left = lines.slice(next - 1, until - 1);
    if (left.every((line) => line.trim() === '')) return;
    rows.push(`// … ${counted(left.length)} left out`);
    numbers.push(null);
  };
  for (const [first, last] of shown) {
    leaveOut(first);
    for (let line = first; line <= last; line++) {
      rows.push(lines[line - 1] ?? '');
      numbers.push(line);
    }
    next = last + 1;
  }
  leaveOut(lines.length + 1);
  const shownLines = numbers.filter((number) => number !== null).length;
  return { text: rows.join('\n'), numbers, lines: lines.length, shownLines };
}

/** The row of a line of the glue, from 1; null when it is left out. */
export function rowOf({ numbers }: GlueListing, line: number): number | null {
  const index = numbers.indexOf(line);
  return index < 0 ? null : index + 1;
}

/** `214 of 3,120 lines`. */
export function sharesInWords({ lines, shownLines }: GlueListing): string {
  return `${shownLines.toLocaleString('en')} of ${counted(lines)}`;
}

const counted = (lines: number): string => `${lines.toLocaleString('en')} ${lines === 1 ? 'line' : 'lines'}`;
