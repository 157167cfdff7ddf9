import type { Outcome } from '../run.ts';

/**
 * Adds the place to the outcome of a script that could not be parsed: engines tell what is wrong, but not where.
 * The parser for that is loaded only then.
 */
export async function locateSyntaxError(outcome: Outcome, source: string, path: string): Promise<Outcome> {
  if (outcome.status !== 'threw' || outcome.location || !outcome.message.startsWith('SyntaxError')) return outcome;
  const { parse } = await import('acorn');
  const place = (line: number, column: number) => ({ ...outcome, location: { path, line, column: column + 1 } });
  try {
    parse(source, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
    return outcome;
  } catch (error) {
    const { loc } = error as { loc?: { line: number; column: number } };
    return loc ? place(loc.line, loc.column) : outcome;
  }
}
