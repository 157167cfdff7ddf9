/** The words of a text in lower case and without accents. */
export const wordsOf = (text: string): readonly string[] => folded(text).match(/[\p{Letter}\p{Number}_+]+/gu) ?? [];

/** Without case and accents. As long as the text itself. */
export const folded = (text: string): string =>
  [...text]
    .map((letter) => (letter.length > 1 ? letter : (letter.normalize('NFD')[0] ?? '').toLowerCase()[0]))
    .join('');
