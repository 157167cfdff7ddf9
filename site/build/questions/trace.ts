import type { Table, TableRow } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { firstRepeated } from '../../../playground/lesson/each-once.ts';
import type { TraceQuestion } from '../../../playground/lesson/question.ts';
import { programIdAttribute } from '../attributes.ts';
import { allFiles, type ProgramSource } from '../executed-program.ts';
import { formatValue } from '../format-value.ts';
import { lookUpValue, type Meant, meantProgram } from '../lesson-scope.ts';
import { parseWhen, type When } from '../reading-grammar.ts';
import { lineOfMoment } from '../snapshot-at.ts';
import { type Given, questionReader } from './question-reader.ts';

type Row = TraceQuestion['rows'][number];

/**
 * A table to fill. The first column names moments, the last has what is said when something in its row is wrong; the head
 * of each column between is a reading, and its cells are `?`, or `given` where the value is shown.
 */
export const trace = questionReader({
  form: 'table',
  attributes: { program: programIdAttribute },
  read(given) {
    const { node, answers, parts, scope, attributes } = given;
    const { errors } = scope;
    const program = meantProgram(scope, node, attributes.program);
    if (!program) return null;
    const [head, ...rest] = answers.children;
    const [, ...heads] = head?.children.map((cell) => plainText(cell).trim()) ?? [];
    if (heads.length < 2 || heads.pop() !== 'feedback') {
      errors.at(answers, 'the columns are the moment, one or more readings like `variable(i)`, and `feedback`');
      return null;
    }
    const repeated = firstRepeated(heads);
    if (repeated !== null) errors.at(head ?? answers, `the column \`${repeated}\` stands here twice`);
    const moments = rest.map((row) => plainText(row.children[0] ?? row).trim());
    const again = moments.findIndex((moment, index) => moments.indexOf(moment) < index);
    if (again >= 0) errors.at(rest[again] ?? answers, `the row \`${moments[again]}\` stands here twice`);
    // Cells too few or too many were told where the table was read.
    if (rest.some((row) => row.children.length !== heads.length + 2)) return null;
    const rows = rest.flatMap((row) => readRow(row, heads, program, given) ?? []);
    if (rows.length < rest.length) return null;
    if (rows.every(({ cells }) => cells.every(({ isGiven }) => isGiven)))
      errors.at(answers, 'nothing is asked for: write `?` in the cells that learners fill');
    return { kind: 'trace', ...parts, columns: heads.map(columnName), rows };
  },
});

function readRow(
  row: TableRow,
  readings: readonly string[],
  program: ProgramSource,
  given: Given<Meant, Table>,
): Row | null {
  const { scope, attributes, toHtml } = given;
  const [first = row, ...rest] = row.children;
  const moment = plainText(first).trim();
  const feedback = rest[readings.length];
  const when = parseWhen(moment);
  if (!when || !feedback || plainText(feedback).trim() === '') {
    scope.errors.at(row, 'a row is a moment like `before line 8, time 2`, a cell for each reading, and feedback');
    return null;
  }
  const cells = readings.flatMap((reading, index) => {
    const cell = rest[index] ?? row;
    const text = plainText(cell).trim();
    if (text !== '?' && text !== 'given')
      scope.errors.at(cell, `write \`?\` or \`given\`: what \`${reading}\` is comes from the run`);
    const value = lookUpValue(scope, cell, attributes, `${reading} ${moment}`);
    return value ? [{ text: formatValue(value, null), isGiven: text === 'given' }] : [];
  });
  if (cells.length < readings.length) return null;
  return { moment: inWords(when, program), cells, feedback: toHtml(feedback.children) };
}

/** `before line 7, time 2`. */
function inWords(when: When, program: ProgramSource): string {
  if (when.kind === 'step') return `at step ${when.step}`;
  const { path, line } = lineOfMoment(program, when);
  const place = path === allFiles(program)[0]?.path ? '' : ` of ${path}`;
  return `${when.kind} line ${line}${place}${when.time > 1 ? `, time ${when.time}` : ''}`;
}

/** What a learner calls it. */
function columnName(reading: string): string {
  if (reading === 'line()') return 'next line';
  if (reading === 'output()') return 'printed';
  if (reading === 'depth()') return 'open calls';
  return /^variable\((.*)\)$/.exec(reading)?.[1] ?? reading;
}
