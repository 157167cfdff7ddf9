import type { z } from 'zod';
import { checkGuide, findingGuide } from '../../../playground/exercises/check-guide.ts';
import { questionKinds } from '../../../playground/lesson/question.ts';
import { attributeTable } from '../attribute-table.ts';
import { questionReaders } from '../questions/read-question.ts';
import { documentedBlocks } from './documented-blocks.ts';
import { examples } from './examples.ts';
import { questionGuide } from './question-guide.ts';

/** The reference of the lesson format, in markdown, made of the schemas and of what is kept beside them. */
export function reference(): string {
  const blocks = documentedBlocks.map(({ written, what, attributes, example }) =>
    join([`### \`${written}\``, sentence(what), attributesOf(attributes), exampleOf(example)]),
  );
  const kinds = questionKinds.map((kind) =>
    join([
      `### \`kind="${kind}"\``,
      questionGuide[kind],
      attributesOf(questionReaders[kind].attributes),
      exampleOf(`Question: ${kind}`),
    ]),
  );
  const checks = Object.values(checkGuide).map(
    ({ examples, holds }) => `| ${examples.map((code) => `\`${code}\``).join(' · ')} | ${holds} |`,
  );
  const findings = Object.entries(findingGuide).map(([name, what]) => `| \`${name}\` | ${what} |`);
  return `${join([
    '# Reference of the lesson format',
    'This page is made of the schemas that the build checks lessons with. [Writing a lesson](authoring.md) tells how the parts go together. All examples are one lesson, which is compiled and run.',
    '## Blocks',
    'A block that contains blocks has one colon more than what it contains. A table is markdown’s own.',
    ...blocks,
    join(['### A table', exampleOf('Table')]),
    '## Kinds of question',
    'Beside the attributes of `:::question`, each kind has its own.',
    ...kinds,
    '## Checks of an exercise',
    'How many there are may be compared by `=`, `<=` or `>=`, and by nothing else; `growths 1` means `growths = 1`.',
    ['| check | holds when |', '|---|---|', ...checks].join('\n'),
    '## Kinds of finding',
    '`finding` and `no-finding` name these.',
    ['| finding | what it is |', '|---|---|', ...findings].join('\n'),
  ])}\n`;
}

const join = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join('\n\n');

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

const attributesOf = (shape: z.ZodRawShape): string | null =>
  Object.keys(shape).length === 0 ? null : attributeTable(shape);

function exampleOf(title: string | null): string | null {
  const text = examples.find((example) => example.title === title)?.text;
  return text === undefined ? null : `\`\`\`\`\`\`markdown\n${text}\n\`\`\`\`\`\``;
}
