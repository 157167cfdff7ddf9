import type { Html } from '../../../playground/lesson/html.ts';
import { refuseEqual } from '../blocks/answers.ts';
import { shuffle } from '../blocks/shuffle.ts';
import { questionReader } from './question-reader.ts';

/** Rows of a table: what belongs together stands in one row. */
export const match = questionReader({
  form: 'table',
  attributes: {},
  read({ node, answers, parts, scope: { errors }, toHtml }) {
    const [, ...rows] = answers.children;
    if (rows.length < 2) errors.at(node, 'a match has at least two pairs');
    const short = rows.find(
      (row) => row.children.length < 3 || row.children.some((cell) => cell.children.length === 0),
    );
    if (short) errors.at(short, 'a pair has three cells: left, right, and feedback when it is matched wrongly');
    const pairs = rows.map((row) => {
      const [left, right, feedback] = row.children.map((cell) => toHtml(cell.children));
      return { left: left ?? ('' as Html), right: right ?? ('' as Html), feedback: feedback ?? ('' as Html) };
    });
    for (const side of ['left', 'right'] as const) {
      refuseEqual(
        pairs.map((pair, at) => ({ node: rows[at]?.children[side === 'left' ? 0 : 1] ?? node, html: pair[side] })),
        errors,
      );
    }
    return { kind: 'match', ...parts, pairs, shown: shuffle(pairs.length, parts.id) };
  },
});
