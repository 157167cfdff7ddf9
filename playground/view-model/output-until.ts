/** A piece of a console. Notes are the page's own, not the program's. */
interface OutputLine {
  readonly stream: string;
  readonly text: string;
}

/** The first `characters` of what a program printed. Its own lines count, notes do not, and are left out. */
export function outputUntil<Line extends OutputLine>(lines: readonly Line[], characters: number): readonly Line[] {
  const shown: Line[] = [];
  let left = characters;
  for (const line of lines) {
    if (left <= 0) break;
    if (line.stream === 'note') continue;
    shown.push(line.text.length <= left ? line : { ...line, text: line.text.slice(0, left) });
    left -= line.text.length;
  }
  return shown;
}
