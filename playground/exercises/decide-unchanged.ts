import type { Check } from '../lesson/exercise.ts';
import { isScript } from '../lesson/file-names.ts';
import type { Attempt, Verdict } from './attempt.ts';
import { stripComments } from './strip-comments.ts';
import { failed, passed } from './verdict.ts';

type Unchanged = Extract<Check, { kind: 'unchanged' }>;

/**
 * Whether a file of the starter, its end from a line on, or its lines from one to another are as they were. Comments, spaces and line
 * breaks do not count. Of a script that has finished such lines have to have begun, too: whoever skips them is not tried out.
 */
export async function decideUnchanged({ path, from, to, stays }: Unchanged, attempt: Attempt): Promise<Verdict> {
  const { sources, outcome } = attempt;
  const file = sources.find((each) => each.path === path);
  if (!file) return failed(`There is no ${path} any more. It has to stay.`);
  const wanted = tokensOf(stays);
  const found = tokensOf(file.text);
  const alike = (start: number) => {
    const differs = wanted.findIndex(({ text }, index) => found[start + index]?.text !== text);
    return differs === -1 ? wanted.length : differs;
  };
  const end = found.length - wanted.length;
  const isThere = (at: number) => alike(at) === wanted.length;
  const at = to === null ? end : found.findIndex((_, index) => isThere(index));
  if (at >= 0 && (from === null ? at === 0 : true) && isThere(at)) {
    if (from === null || !isScript(path) || outcome.status !== 'finished') return passed;
    const lines = stays.split('\n').flatMap((line, index) => (isStatement.test(line) ? [index + 1] : []));
    const places = lines.flatMap((line) => found[at + wanted.findIndex((token) => token.line === line)]?.line ?? []);
    return runThrough(path, places.slice(0, mustRun), attempt);
  }
  // Before what stays is the learner's own, of any length: it begins where most is alike.
  let start = 0;
  for (let each = 1; from !== null && each < found.length; each++) if (alike(each) > alike(start)) start = each;
  if (from !== null && alike(start) < tokensOf(stays.slice(0, stays.indexOf(from) + from.length)).length)
    return failed(`${path} has no line with "${from}" any more. From there on it has to stay as it was.`);
  const line = (found[start + alike(start)] ?? found.at(-1))?.line ?? 1;
  const where = from === null ? 'all of it' : `from "${from}" ${to === null ? 'on' : `to "${to}"`} it`;
  return failed(`Line ${line} of ${path} is not as it was: ${where} has to stay.`, { path, line, column: null });
}

/** Lines that are looked for: the first could share its line with a return. Later ones may be beyond what is recorded. */
const mustRun = 2;

/** Begins a line at the top level of a script that is a step. */
const isStatement = /^(?!(?:async |function|class|try|export|import)\b)[A-Za-z_$].*[=(]/;

/** Whether these lines of a script ran one after the other. */
async function runThrough(path: string, lines: readonly number[], attempt: Attempt): Promise<Verdict> {
  const trace = await attempt.trace();
  let step: number | null = 0;
  for (const line of trace ? lines : []) {
    step = (await trace?.find(step, 'forward', [{ kind: 'source-line', path, line }])) ?? null;
    if (step === null)
      return failed(`Line ${line} of ${path} never ran: the script ended before it, or left it out.`, {
        path,
        line,
        column: null,
      });
  }
  return passed;
}

/** What of a starter's file a check wants to stay. Null where `from` is in none of its lines, or in several, or `to` of those after it. */
export function whatStays(text: string, from: string | null, to: string | null = null): string | null {
  const lines = stripComments(text).split('\n');
  const first = from === null ? 0 : lines.findIndex((line) => line.includes(from));
  const isClear = first !== -1 && (from === null || !lines.slice(first + 1).some((line) => line.includes(from)));
  if (!isClear) return null;
  const rest = lines.slice(first);
  const last = to === null ? [rest.length - 1] : rest.flatMap((line, index) => (line.includes(to) ? [index] : []));
  return last.length === 1
    ? rest
        .slice(0, (last[0] ?? 0) + 1)
        .join('\n')
        .trim()
    : null;
}

/** The words and signs of a source, comments left out, with their lines from 1. Quotation marks are all alike: some formatters change them. */
function tokensOf(source: string): readonly { readonly text: string; readonly line: number }[] {
  return stripComments(source)
    .split('\n')
    .flatMap((text, index) =>
      (text.match(/\w+|[^\s\w]/g) ?? []).map((token) => ({ text: token === '"' ? "'" : token, line: index + 1 })),
    );
}
