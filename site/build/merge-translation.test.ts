import { describe, expect, it } from 'vitest';
import { LessonBuildError } from './author-errors.ts';
import { compileLesson, compileTranslation } from './compile-lesson.ts';
import { emptyFolder, exampleTools } from './testing-tools.ts';

const frontMatter =
  '---\ntitle: Bytes\nsummary: One array.\nlevel: beginner\nminutes: 5\ngoals: [Do this, Do that]\n---\n';
const original = `${frontMatter}
Some bytes.

## The program

:::program{#hello title="A program"}
\`\`\`cpp file=main.cpp
int main() {}
\`\`\`
:::

## More

::::exercise{#sum title="Sum"}
Add.

:::starter
\`\`\`cpp file=main.cpp
int main() {}
\`\`\`
:::

:::solution
\`\`\`cpp file=main.cpp
int main() { return 0; }
\`\`\`
:::

:::checks
- \`no-leak\` Nothing is left.
:::
::::

::::quiz{#quiz}
:::question{#one kind="choice"}
Which?

- [x] This
  > Yes.
- [ ] That
  > No.
:::

:::question{#two kind="number" answer="4"}
How many?

- other
  > Four.
:::
::::
`;
const german = `---
title: Die Bytes
summary: Ein Feld.
goals: [Dies tun, Das tun]
---

Einige Bytes. Mehr steht [weiter unten](#more).

## Das Programm

:::program{#hello title="Ein Programm"}
:::

## Weiteres

::::exercise{#sum title="Summe"}
Addiere.
::::

::::quiz{#quiz title="Prüfe dich"}
:::question{#one}
Welches?

- [x] Dieses
  > Ja.
- [ ] Jenes
  > Nein.
:::

:::question{#two}
:::
::::
`;

const translate = async (text: string) =>
  compileTranslation(text, original, emptyFolder, 'lesson.de.md', await exampleTools());
const problems = async (text: string): Promise<readonly string[]> =>
  translate(text).then(
    () => [],
    (error: LessonBuildError) => error.message.split('\n'),
  );

describe('a translation', () => {
  it('has its own words, and takes from the original what it leaves out', async () => {
    const { frontMatter: own, blocks, programs } = await translate(german);
    expect(own).toMatchObject({ title: 'Die Bytes', level: 'beginner', minutes: 5 });
    expect(programs[0]).toMatchObject({ id: 'hello', title: 'Ein Programm', files: [{ path: 'main.cpp' }] });
    const exercise = blocks.flatMap((block) => (block.kind === 'exercise' ? [block.exercise] : []))[0];
    expect(exercise).toMatchObject({ id: 'sum', title: 'Summe', task: '<p>Addiere.</p>' });
    expect(exercise?.checks.map(({ statement }) => statement)).toEqual(['Nothing is left.']);
    const quiz = blocks.flatMap((block) => (block.kind === 'quiz' ? [block.quiz] : []))[0];
    expect(quiz?.questions.map(({ id, kind, prompt }) => [id, kind, prompt])).toEqual([
      ['one', 'choice', '<p>Welches?</p>'],
      ['two', 'number', '<p>How many?</p>'],
    ]);
  });

  it('has the ids of the original, so that answers, links and places hold in both', async () => {
    const both = [
      await compileLesson(original, emptyFolder, 'lesson.md', await exampleTools()),
      await translate(german),
    ];
    const [first, second] = both.map(({ headings, ids }) => ({ headings: headings.map(({ id }) => id), ids }));
    expect(second).toEqual(first);
    expect(second?.headings).toEqual(['the-program', 'more']);
  });

  it.each<[string, string, string]>([
    [
      'a block that the original has not',
      german.replace('{#hello', '{#hallo'),
      'lesson.de.md:11:1: error: the original has no program `hallo` here; write `hello`',
    ],
    [
      'a block that is missing',
      german.replace(/::::exercise[\s\S]*?\n::::\n/, ''),
      "the original's exercise `sum` should stand before the end of this",
    ],
    [
      'a question that is missing',
      german.replace(/:::question\{#two\}\n:::\n/, ''),
      "the original's question `two` should stand",
    ],
    [
      'another answer marked as right',
      german.replace('- [x] Dieses', '- [ ] Dieses').replace('- [ ] Jenes', '- [x] Jenes'),
      "answer 1 of the original is right; write `- [x]`, in the original's order",
    ],
    [
      'an answer more',
      german.replace('- [ ] Jenes', '- [ ] Noch eins\n  > Nein.\n- [ ] Jenes'),
      'the original has 2 answers here, this translation 3',
    ],
    [
      'a goal more',
      german.replace('goals: [', 'goals: [Noch eins sagen, '),
      '`goals`: the original has 2, this translation 3',
    ],
    [
      'a question that has a text of its own, and no answers',
      german.replace(/(:::question\{#two\}\n)(:::\n)/, '$1Wie viele?\n$2'),
      'this question has a text of its own, and so needs answers of its own',
    ],
    [
      'blocks in another order',
      german.replace('{#one}', '{#x}').replace('{#two}', '{#one}').replace('{#x}', '{#two}'),
      'the original has another order from here on; write `one`, `two`',
    ],
    [
      'a program that stands there twice',
      german.replace('## Weiteres', ':::program{#hello}\n:::\n\n## Weiteres'),
      'lesson.de.md:14:1: error: program `hello` stands here twice; leave this one out',
    ],
    [
      'a question with an id of its own',
      german.replace('{#one}', '{#eins}'),
      'the original has no question `eins` here; write one of `one`',
    ],
    ['a heading too few', german.replace('## Weiteres', ''), 'the original has 2 headings, this translation 1'],
    [
      'a heading of another level',
      german.replace('## Weiteres', '### Weiteres'),
      'the original has a heading of level 2 here',
    ],
    ['a key that only originals have', german.replace('title:', 'minutes: 9\ntitle:'), 'there is no key `minutes`'],
  ])('is refused once with %s', async (_name, text, message) => {
    expect(await problems(text)).toEqual([expect.stringContaining(message)]);
  });

  it('is told at once which questions are missing', async () => {
    const text = german
      .replace(/:::question\{#two\}\n:::\n/, '')
      .replace(/:::question\{#one\}[\s\S]*?\n:::\n/, ':::note\nKein.\n:::\n');
    expect((await problems(text)).join('\n')).toContain(
      "the original's question `one`, question `two` should stand before the end of this; write `:::question{#one}` and `:::` to take each as it is",
    );
  });

  it('is refused as any lesson is, without being taken for one', async () => {
    await expect(translate('no front matter')).rejects.toThrow(LessonBuildError);
  });
});
