import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileLesson } from '../compile-lesson.ts';
import { createProgramRunner } from '../program-runner.ts';
import { authorErrors, emptyFolder, exampleTools } from '../testing-tools.ts';

const lesson = (questions: string): string => `---
title: Sums
summary: A sum, and a block that is freed twice.
level: beginner
minutes: 20
goals:
  - Read a table
  - Find a line
---

:::program{#sum title="Sum"}
\`\`\`cpp file=main.cpp
#include <cstdio>
#include <cstdlib>
int main() {
  int total = 0;
  for (int i = 1; i <= 3; ++i) {
    total += i;
    std::printf("%d\\n", total);
  }
  void* block = std::malloc(8);
  std::free(block);
  std::free(block);
}
\`\`\`
:::

:::program{#broken title="Broken" ends="does-not-compile"}
\`\`\`cpp file=main.cpp
int main() { return nothing; }
\`\`\`
:::

::::quiz{#quiz}
${questions}
::::
`;

const folder = mkdtempSync(join(tmpdir(), 'pagewise-'));
let tools: Awaited<ReturnType<typeof exampleTools>>;
beforeAll(async () => {
  tools = await exampleTools({ runner: createProgramRunner(folder) });
});
afterAll(() => rmSync(folder, { recursive: true }));

async function questionsOf(text: string) {
  const { blocks } = await compileLesson(lesson(text), emptyFolder, 'lesson.md', tools);
  return blocks.flatMap((block) => (block.kind === 'quiz' ? block.quiz.questions : []));
}

const errorsOf = async (text: string) => (await authorErrors(questionsOf(text))).join('\n');

describe('an answer that the run gives', { timeout: 120_000 }, () => {
  it('fills the table of a trace', async () => {
    const [table] = await questionsOf(`
:::question{#table kind="trace" program="sum"}
What do they hold?

| moment | \`variable(i)\` | \`variable(total)\` | \`output()\` | feedback |
|---|---|---|---|---|
| \`before 'total += i'\` | given | ? | given | Nothing was added yet. |
| \`after 'total += i', time 3\` | ? | ? | ? | It was added, and not printed yet. |
:::`);
    expect(table).toMatchObject({
      kind: 'trace',
      columns: ['i', 'total', 'printed'],
      rows: [
        { moment: 'before line 6', cells: [{ text: '1', isGiven: true }, { text: '0', isGiven: false }, {}] },
        { moment: 'after line 6, time 3', cells: [{ text: '3' }, { text: '6', isGiven: false }, { text: '1\n3\n' }] },
      ],
    });
  });

  it('decides a choice: how a program ends, or that it does not compile', async () => {
    const ending = (id: string, program: string) => `
:::question{#${id} kind="choice" program="${program}" answer="ending()"}
What happens?

- does not compile
  > Not this.
- finishes
  > Not that.
:::`;
    const questions = await questionsOf(ending('one', 'sum') + ending('two', 'broken'));
    expect(
      questions.map((question) => question.kind === 'choice' && question.options.map(({ right }) => right)),
    ).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  it('finds the line of a finding, and the line that caused it', async () => {
    const line = (id: string, answer: string) => `
:::question{#${id} kind="line" program="sum" answer="${answer}"}
Which line?

- other
  > Look again.
:::`;
    const found = await questionsOf(line('guilty', 'findingLine(1)') + line('cause', 'causeLine(1)'));
    expect(found).toMatchObject([{ answer: 11 }, { answer: 10 }]);
    expect(await errorsOf(line('none', 'findingLine(2)'))).toContain('there is no finding 2; the run has 1');
  });

  it('says what a table lacks, where it lacks it', async () => {
    const table = (rows: string) => `
:::question{#table kind="trace" program="sum"}
What do they hold?

| moment | \`variable(i)\` | feedback |
|---|---|---|
${rows}
:::`;
    expect(await errorsOf(table('| soon | ? | Wait. |'))).toMatch(/^lesson\.md:\d+:1: error: a row is a moment like/);
    expect(await errorsOf(table("| `before 'a |= 1'` | ? | Wait. |"))).toMatch(
      /^lesson\.md:\d+:1: error: this row has 4 cells, and the table's head 3; write as many `\|`, and `\\\|` for one within a cell$/,
    );
    expect(await errorsOf(table('| `before line 6` | 7 | Wait. |'))).toContain('write `?` or `given`');
    expect(await errorsOf(table('| `before line 6` | given | Wait. |'))).toContain('nothing is asked for');
    expect(await errorsOf(table('| `before line 6, time 4` | ? | Wait. |'))).toContain('runs 3 times, not 4 times');
    const row = '| `before line 6` | ? | Wait. |';
    expect(await errorsOf(table(`${row}\n${row}`))).toMatch(
      /^lesson\.md:\d+:1: error: the row `before line 6` stands here twice$/,
    );
    const twice = (text: string) => text.replace('| `variable(i)` |', '| `variable(i)` | `variable(i)` |');
    expect(
      await errorsOf(twice(table('| `before line 6` | ? | ? | Wait. |').replace('---|---|', '---|---|---|'))),
    ).toMatch(/^lesson\.md:\d+:1: error: the column `variable\(i\)` stands here twice$/);
  });
});
