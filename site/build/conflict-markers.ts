import type { AuthorError } from './author-errors.ts';

const marker = /^(?:<{7}|>{7}|\|{7})(?: .*)?\r?$/m;

/** The first line that version control left where two changes met; null where there is none. `file` is how errors call the text's. */
export function conflictIn(text: string, file: string): AuthorError | null {
  const found = marker.exec(text);
  if (!found) return null;
  const line = text.slice(0, found.index).split('\n').length;
  const message = `\`${found[0].slice(0, 7)}\`: two changes met here; keep what is right of both, and remove the lines \`<<<<<<<\`, \`=======\` and \`>>>>>>>\``;
  return { file, line, column: 1, message };
}
