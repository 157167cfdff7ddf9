import { describe, expect, it } from 'vitest';
import { stepsThrough } from '../../../playground/lesson/chooser.ts';
import { compileLesson } from '../compile-lesson.ts';
import { authorErrors, emptyFolder, exampleTools } from '../testing-tools.ts';

const frontMatter = `---
title: Choosing
summary: One way or another.
level: beginner
minutes: 20
goals:
  - Read a byte
  - Write a byte
---
`;

const compile = async (text: string) =>
  compileLesson(`${frontMatter}\n${text}\n`, emptyFolder, 'lesson.md', await exampleTools({}));

const chooser = (inside: string) => `:::chooser{#way title="Which way?"}\n${inside}\n:::`;

describe('a chooser', () => {
  it('leads by questions to advice', async () => {
    const { blocks, ids } = await compile(
      chooser(
        'Before all.\n\nHow **large**?\n\n- Small\n\n  Copy `it`.\n\n- Large\n\n  How often?\n\n  - Once\n\n    Copy.\n\n  - Always\n\n    View.\n\n    Again.',
      ),
    );
    expect(ids.has('way')).toBe(true);
    const [block] = blocks;
    if (block?.kind !== 'chooser') throw new Error('no chooser');
    expect(stepsThrough(block.chooser, []).map(({ text, question }) => [text, question])).toEqual([
      ['<p>Before all.</p>', 'How <strong>large</strong>?'],
    ]);
    const last = (...answers: readonly number[]) => stepsThrough(block.chooser, answers).at(-1);
    expect(last(0)).toEqual({ text: '<p>Copy <code>it</code>.</p>', question: null, answers: [] });
    expect(last(1)?.answers.map(({ label }) => label)).toEqual(['Once', 'Always']);
    expect(last(1, 1)?.text).toBe('<p>View.</p>\n<p>Again.</p>');
    expect(stepsThrough(block.chooser, [1, 7])).toHaveLength(2);
  });

  it.each([
    ['Only advice.', 'a chooser asks: write a question, and a list of its answers'],
    ['- One\n\n  Do.\n\n- Two\n\n  Do.', 'a paragraph with the question stands before its answers'],
    ['What?\n\n- One\n\n  Do.', 'a question has at least two answers'],
    [
      'What?\n\n- One\n- Two\n\n  Do.',
      'an answer has a line to choose, an empty line, and then advice or the next question',
    ],
  ])('says what is missing: %j', async (inside, message) => {
    expect(await authorErrors(compile(chooser(inside)))).toEqual([expect.stringContaining(message)]);
  });
});

describe('a measured block', () => {
  const program = (script: string) =>
    `:::program{#sum title="Sums"}\n\`\`\`cpp file=main.cpp\nint main() {}\n\`\`\`\n\n\`\`\`js file=lab.js\n${script}\n\`\`\`\n:::\n`;
  const measured = ':::measured{program="sum" title="Here"}\nRead the last row.\n:::';

  it('names the program, and has its own text', async () => {
    const { blocks } = await compile(`${program("measure('a', () => 1);")}\n${measured}`);
    expect(blocks.at(-1)).toEqual({
      kind: 'measured',
      measured: { program: 'sum', title: 'Here', text: '<p>Read the last row.</p>' },
    });
  });

  it('needs a script that measures', async () => {
    expect(await authorErrors(compile(`${program('console.log(1);')}\n${measured}`))).toEqual([
      expect.stringContaining('the script of `sum` gives nothing to `measure`'),
    ]);
  });
});
