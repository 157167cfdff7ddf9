import { z } from 'zod';
import type { ErrorList } from '../author-errors.ts';
import { feedbackOf } from '../blocks/answers.ts';
import type { TextNode } from '../directives.ts';
import { allFiles } from '../executed-program.ts';
import { findLine } from '../find-line.ts';
import { meantProgram } from '../lesson-scope.ts';
import { suggest } from '../nearest.ts';
import { readMistakes } from './foreseen.ts';
import { numberFrom } from './measured.ts';
import { meantAttributes, questionReader } from './question-reader.ts';

/** A question whose answer is a line of a program's file, named by a piece of its text, or by its number; or by a reading: `line()`, `findingLine(1)`, `causeLine(1)`. */
export const line = questionReader({
  form: 'list',
  attributes: {
    ...meantAttributes,
    file: z.string().optional().meta({ description: 'a file of the program', otherwise: 'the first' }),
    answer: z
      .string()
      .meta({ description: 'a piece of the line’s text, its number, or `line()`, `findingLine(1)`, `causeLine(1)`' }),
  },
  read(given) {
    const { node, attributes: asked, parts, scope } = given;
    const { errors } = scope;
    const program = meantProgram(scope, node, asked.program);
    const { entries, otherwise } = readMistakes(given);
    if (!program) return null;
    const files = allFiles(program);
    const file = asked.file === undefined ? files[0] : files.find(({ path }) => path === asked.file);
    if (!file) {
      const paths = files.map(({ path }) => path);
      errors.at(node, `program \`${program.id}\` has no file \`${asked.file}\`; ${suggest(asked.file ?? '', paths)}`);
      return null;
    }
    const lines = file.text.replace(/\n$/, '').split('\n');
    const isRead = /^(line\(\)|(finding|cause)Line\(\d+\))/.test(asked.answer);
    const right = isRead ? numberFrom(asked.answer, node, asked, scope) : lineOf(asked.answer, lines, node, errors);
    const mistakes = entries.flatMap((entry) => {
      const line = lineOf(entry.text, lines, entry.node, errors);
      if (line === right) errors.at(entry.node, `${entry.text} is the right answer, not a mistake`);
      return line === null ? [] : [{ line, feedback: feedbackOf(entry, errors) }];
    });
    return right === null
      ? null
      : { kind: 'line', ...parts, path: file.path, lines, answer: right, mistakes, otherwise };
  },
});

function lineOf(text: string, lines: readonly string[], node: TextNode, errors: ErrorList): number | null {
  const found = findLine(/^[1-9]\d*$/.test(text) ? Number(text) : text, lines);
  if (typeof found === 'number') return found;
  errors.at(node, found);
  return null;
}
