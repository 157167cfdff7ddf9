import type { Outcome } from '../run.ts';

/**
 * Says of the outcome of a script that could not be parsed that it never began, and where: engines tell what is wrong, but not where.
 * The parser for that is loaded only then.
 */
export async function locateSyntaxError(outcome: Outcome, source: string, path: string): Promise<Outcome> {
  if (outcome.status !== 'threw' || !outcome.message.startsWith('SyntaxError')) return outcome;
  const { parse } = await import('acorn');
  try {
    parse(source, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
    return outcome;
  } catch (error) {
    const { loc } = error as { loc?: { line: number; column: number } };
    const location = outcome.location ?? (loc ? { path, line: loc.line, column: loc.column + 1 } : null);
    return { ...outcome, location, neverBegan: true };
  }
}
