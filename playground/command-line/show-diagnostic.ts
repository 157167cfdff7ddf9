import type { Diagnostic } from '../compiler/compilation.ts';
import type { Program } from './read-program.ts';

/** A message as compilers print it: place, severity and words, then the line with a mark below the column. */
export function showDiagnostic({ path, line, column, severity, message }: Diagnostic, program: Program): string {
  if (path === '') return `pagewise: ${message}\n`;
  const file = program.files.find((candidate) => candidate.path === path);
  const shown = file ? program.shown(path) : path;
  const head = `${shown}:${line}:${column}: ${severity}: ${message}\n`;
  const text = file?.text.split('\n')[line - 1];
  if (text === undefined) return head;
  const gutter = `${line}`.padStart(5);
  // Tabs stay tabs, so that the mark stands below its column whatever their width.
  const margin = text.slice(0, column - 1).replace(/[^\t]/g, ' ');
  return `${head}${gutter} | ${text}\n${' '.repeat(gutter.length)} | ${margin}^\n`;
}
