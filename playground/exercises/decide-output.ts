import type { Verdict } from './attempt.ts';
import { holds } from './verdict.ts';

/** Whether exactly this was printed; else the first line that differs. */
export function decideOutput(expected: string, output: string): Verdict {
  return holds(output === expected, () => differenceInWords(expected, output));
}

export function decideOutputContains(expected: string, output: string): Verdict {
  return holds(output.includes(expected), () => `The program printed ${quoted(output)}.`);
}

function differenceInWords(expected: string, output: string): string {
  if (output === '') return 'The program printed nothing.';
  if (expected === '') return `The program printed ${quoted(output)}. It should print nothing.`;
  if (`${output}\n` === expected) return `The program printed ${quoted(output)}, without the line break at the end.`;
  if (`${expected}\n` === output)
    return `The program printed ${quoted(output)}, with a line break too many at the end.`;
  const [wanted, found] = [linesOf(expected), linesOf(output)];
  if (wanted.length === 1 && found.length === 1) {
    return `The program printed ${quoted(output)}. It should print ${quoted(expected)}.`;
  }
  const index = found.findIndex((line, at) => line !== wanted[at]);
  if (index === -1)
    return `The output ends after line ${found.length}. Next should be ${quoted(wanted[found.length] ?? '')}.`;
  const line = `Line ${index + 1} of the output is ${quoted(found[index] ?? '')}`;
  const should = wanted[index];
  return should === undefined ? `${line}. It should not be there.` : `${line}. It should be ${quoted(should)}.`;
}

/** Lines with their line breaks: the last may have none. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** Output as a learner reads it: line breaks shown, long text cut. */
function quoted(text: string): string {
  if (text === '') return 'nothing';
  const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text;
  return `"${shown.replaceAll('\n', '\\n')}"`;
}
