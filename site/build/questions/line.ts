import { z } from 'zod';
import type { ErrorList } from '../author-errors.ts';
import { feedbackOf } from '../blocks/answers.ts';
import type { TextNode } from '../directives.ts';
import { allFiles } from '../executed-program.ts';
import { meantProgram } from '../lesson-scope.ts';
import { suggest } from '../nearest.ts';
import { readMistakes } from './foreseen.ts';
import { questionReader } from './question-reader.ts';

/** A question whose answer is a line of a program's file, named by a piece of its text, or by its number. */
export const line = questionReader({
  form: 'list',
  attributes: { program: z.string().optional(), file: z.string().optional(), answer: z.string() },
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
    const right = lineOf(asked.answer, lines, node, errors);
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
  const number = /^[1-9]\d*$/.test(text) ? Number(text) : null;
  if (number !== null && number <= lines.length) return number;
  const found = lines.flatMap((line, index) => (number === null && line.includes(text) ? [index + 1] : []));
  if (found.length === 1) return found[0] ?? null;
  const many = `lines ${found.join(', ')} hold \`${text}\`; write more of the one that is meant, or its number`;
  errors.at(node, found.length > 0 ? many : `no line holds \`${text}\`; the file has ${lines.length} lines`);
  return null;
}
