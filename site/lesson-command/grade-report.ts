import type { StatedCheck } from '../../playground/lesson/exercise.ts';

/** What was found of one check, with the place as the submission's files are called. */
export interface CheckResult {
  readonly check: string;
  readonly statement: string;
  /** What to try when it fails, as its author says it. */
  readonly advice: string | null;
  readonly passed: boolean;
  /** False where it could not be tried: the program did not start, or did not end, as the first check tells. */
  readonly tried: boolean;
  readonly found: string | null;
  readonly file: string | null;
  readonly line: number | null;
  /** The step of the run where it can be seen. */
  readonly step: number | null;
}

export interface GradeReport {
  /** The lesson's slug; as it was asked for, where there is no such lesson. */
  readonly lesson: string;
  /** Null where it is not known which one was meant. */
  readonly exercise: string | null;
  /** Why nothing was graded: the submission was refused, or the lesson, the exercise or a file is missing. Null otherwise. */
  readonly error: string | null;
  readonly results: readonly CheckResult[];
}

export const hasPassed = ({ error, results }: GradeReport): boolean =>
  error === null && results.every(({ passed }) => passed);

/** Nothing could be decided: the first check tells why. */
export function failedResults(
  checks: readonly StatedCheck[],
  found: string,
  place: { readonly file: string; readonly line: number } | null = null,
): readonly CheckResult[] {
  return checks.map(({ source, statement, advice }, index) => {
    const tried = index === 0;
    const told = tried ? { found, file: place?.file ?? null, line: place?.line ?? null } : notTried;
    return { check: source, statement, advice, passed: false, tried, ...told, step: null };
  });
}

const notTried = { found: 'Not tried: what the first check tells came before it.', file: null, line: null };

/** Nothing was run. */
export const untriedResults = (checks: readonly StatedCheck[]): readonly CheckResult[] =>
  checks.map(({ source, statement, advice }) => ({
    ...{ check: source, statement, advice, passed: false, tried: false },
    ...{ found: 'Not tried: the submission was refused.', file: null, line: null, step: null },
  }));

/** A line a check, those that failed with their places as compilers write them. */
export function asText({ lesson, exercise, results }: GradeReport): string {
  const lines = results.map((result, index) => {
    const { check, statement, advice, found } = result;
    if (result.passed) return `passed  ${check}\n`;
    if (!result.tried) return `untried ${check}\n${results[index - 1]?.tried ? `        ${found}\n` : ''}`;
    // What kept all others from being tried has little to do with the check that tells it.
    const isCause = results.some(({ tried }) => !tried);
    const words = [found === null ? null : `${placeOf(result)}${found}`, ...(isCause ? [] : [statement, advice])];
    return `failed  ${check}\n${words.map((each) => (each ? `        ${each}\n` : '')).join('')}`;
  });
  const passed = results.filter((result) => result.passed).length;
  return `${lines.join('')}${lesson}, ${exercise}: ${passed} of ${results.length} checks passed\n`;
}

export const asJson = (report: GradeReport): string =>
  `${JSON.stringify({ version: 1, ...report, passed: hasPassed(report) }, null, 2)}\n`;

/** A suite with a case a check; where nothing was graded each is an error, or the only case is. */
export function asJunit({ lesson, exercise, error, results }: GradeReport): string {
  const names = results.map(({ check, statement }) => `${check}: ${statement}`);
  const tests = error === null ? names : names.length > 0 ? names : ['the submission'];
  const failures = error === null ? results.filter(({ passed }) => !passed).length : 0;
  const errors = error === null ? 0 : tests.length;
  const where = exercise === null ? [lesson] : [lesson, exercise];
  const counts = `tests="${tests.length}" failures="${failures}" errors="${errors}"`;
  const cases = tests.map((name, index) => {
    const head = `    <testcase classname="${escaped(where.join('.'))}" name="${escaped(name)}"`;
    if (error !== null) return `${head}>\n      <error message="${escaped(error)}"/>\n    </testcase>\n`;
    const result = results[index];
    if (!result || result.passed) return `${head}/>\n`;
    const found = escaped(result.found ?? result.statement);
    return `${head}>\n      <failure message="${found}">${escaped(placeOf(result))}${found}</failure>\n    </testcase>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${counts}>\n  <testsuite name="${escaped(where.join('/'))}" ${counts}>\n${cases.join('')}  </testsuite>\n</testsuites>\n`;
}

const placeOf = ({ file, line }: CheckResult): string => (file === null ? '' : `${file}:${line}: `);

/** Text as XML takes it; of control characters it takes three. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: programs print them, and XML has no way to write them
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"\n\r\t]/g, (sign) => `&#${sign.charCodeAt(0)};`);
