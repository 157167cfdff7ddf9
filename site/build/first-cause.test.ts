import { describe, expect, it } from 'vitest';
import { compileLesson } from './compile-lesson.ts';
import type { LessonTools } from './lesson-build-tools.ts';
import {
  authorErrors,
  emptyFolder,
  exampleRun,
  exampleTools,
  exampleFrontMatter as frontMatter,
} from './testing-tools.ts';

const program = `
:::program{#hello title="Hello"}
\`\`\`cpp file=main.cpp
int greeting = 42;
\`\`\`
:::
`;

async function errorsOf(text: string, changes: Partial<LessonTools> = {}): Promise<readonly string[]> {
  return authorErrors(compileLesson(text, emptyFolder, 'lesson.md', await exampleTools(changes)));
}

describe('an author’s mistake', () => {
  const reading = ':value[x]{program="hello" read="address(greeting)"} :value[y]{read="variable(i) before line 1"}';
  const asks = `
::::quiz{#quiz}
:::question{#ending kind="choice" program="hello" answer="ending()"}
How does it end?

- finishes
  > Yes.
- traps
  > No.
:::
:::question{#line kind="line" program="hello" answer="line() at step 1"}
Which line?

- other
  > No.
:::
::::
`;

  it.each([
    [
      'panels="bytes maps" title="Hello"',
      ['lesson.md:11:19: error: attribute `panels` of `program`: `maps` is not known'],
    ],
    ['initial-pages="four" title="Hello"', ['lesson.md:11:19: error: attribute `initial-pages` of `program`']],
    ['', ['lesson.md:11:1: error: `program` needs `title="…"`']],
  ])('in a program’s block is told alone, without what is read from that program: %s', async (attributes, causes) => {
    const wrong = program.replace('title="Hello"', attributes);
    const errors = await errorsOf(`${frontMatter}${wrong}\n${reading}\n\n:see[it]{program="hello" line="1"}\n${asks}`);
    expect(errors.map((error, index) => error.startsWith(causes[index] ?? '?'))).toEqual(causes.map(() => true));
  });

  it.each([
    ['file=main.cpp std=c++21', "lesson.md:12:1: error: nothing follows the file's name: remove `std=c++21`"],
    ['main.cpp', 'lesson.md:12:1: error: name the file'],
    ['file=../main.cpp', 'lesson.md:12:1: error: `file=../main.cpp`: A name, and each part'],
  ])('behind the language of a program’s code is told alone: %s', async (written, cause) => {
    const wrong = program.replace('file=main.cpp', written);
    expect(await errorsOf(frontMatter + wrong)).toEqual([expect.stringContaining(cause)]);
  });

  it('is told alone where the id of a program is missing', async () => {
    const errors = await errorsOf(`${frontMatter}${program.replace('#hello ', '')}\n${reading}\n${asks}`);
    expect(errors).toEqual(['lesson.md:11:1: error: `program` needs `#id`']);
  });

  it('is told where a program is named that no block has, beside one with errors', async () => {
    const wrong = program.replace('title="Hello"', '');
    const errors = await errorsOf(`${frontMatter}${wrong}\n:value[x]{program="other" read="address(greeting)"}`);
    expect(errors).toContainEqual(expect.stringContaining('this lesson has no program `other`'));
  });

  const place = { path: 'main.cpp', line: 1, column: null };
  it.each([
    [{ status: 'trapped', reason: 'unreachable', location: place }, 'it traps: unreachable; if that is what it shows'],
    [{ status: 'threw', message: 'no', location: place }, 'it fails: no'],
    [
      { status: 'stopped', by: 'time-limit', milliseconds: 10_000 },
      'it did not end within 10 seconds; look for a loop that never ends',
    ],
  ] as const)('is told alone where a program ends unexpectedly: %o', async (outcome, message) => {
    const runner = { run: async () => ({ ...exampleRun(), outcome }) };
    const errors = await errorsOf(
      `${frontMatter}${program.replace('title', 'select="gone" title')}\n${reading}\n${asks}`,
      {
        runner,
      },
    );
    expect(errors).toEqual([expect.stringContaining(`\`hello\`: ${message}`)]);
  });

  it('is told alone where a program does not compile unexpectedly', async () => {
    const diagnostics = [{ severity: 'error', path: 'main.cpp', line: 1, column: 5, message: 'expected ;' }] as const;
    const runner = { run: async () => ({ diagnostics }) };
    expect(await errorsOf(`${frontMatter}${program}\n${reading}\n${asks}`, { runner })).toEqual([
      'lesson.md:13:5: error: `hello`: expected ;',
    ]);
  });

  it('is told once where no answer of a choice is what the run gives', async () => {
    const errors = await errorsOf(`${frontMatter}
${program}
::::quiz{#quiz}
:::question{#ending kind="choice" answer="ending()"}
How does it end?

- throws
  > No.
- traps
  > No.
:::
::::
`);
    expect(errors).toEqual([expect.stringContaining('no answer is `finishes`, which is right')]);
  });
});
