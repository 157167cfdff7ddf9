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

async function compile(text: string, changes: Partial<LessonTools> = {}) {
  return compileLesson(text, emptyFolder, 'lesson.md', await exampleTools(changes));
}

async function errorsOf(text: string, changes: Partial<LessonTools> = {}): Promise<readonly string[]> {
  return authorErrors(compile(text, changes));
}

const html = (lesson: Awaited<ReturnType<typeof compile>>): string =>
  lesson.blocks.map((block) => (block.kind === 'prose' ? block.html : '')).join('');

describe('a lesson', () => {
  it('becomes prose and programs, in order', async () => {
    const lesson = await compile(`${frontMatter}## One array\n\nBytes.\n${program}\nMore.\n`);
    expect(lesson.blocks.map((block) => block.kind)).toEqual(['prose', 'program', 'prose']);
    expect(lesson.headings).toEqual([{ id: 'one-array', text: 'One array' }]);
    expect(lesson.programs[0]).toMatchObject({
      id: 'hello',
      files: [{ path: 'main.cpp', text: 'int greeting = 42;\n' }],
      settings: { standard: 'c++23', initialPages: 4 },
      wasm: 'programs/example.wasm',
    });
  });

  it('holds numbers that were read from a run', async () => {
    const value = ':value[address of greeting]{read="address(greeting)"}';
    const lesson = await compile(`${frontMatter}${program}\nAt ${value}.`);
    expect(html(lesson)).toMatch(/<data[^>]*value="1040"[^>]*>0x410<\/data>/);
    // What search finds reads as the page does.
    expect(lesson.sections).toEqual([{ id: null, title: '', text: 'At 0x410.' }]);
  });

  it('is remarked on where the compiler warns, at the line of its code', async () => {
    const warnings = [
      { severity: 'warning', path: 'main.cpp', line: 1, column: 5, message: "unused variable 'x'" },
    ] as const;
    const { remarks } = await compile(`${frontMatter}${program}`, {
      runner: { run: async () => ({ ...exampleRun(), warnings }) },
    });
    expect(remarks).toEqual([{ file: 'lesson.md', line: 13, column: 5, message: "`hello`: unused variable 'x'" }]);
  });

  it('lets a line of JSON break after its commas, and not within a number', async () => {
    const run = { ...exampleRun(), scriptOutput: '{"level":513,"value":1,000}\n' };
    const lesson = await compile(`${frontMatter}${program}\n:value[a line]{read="scriptLine(1)"}`, {
      runner: { run: async () => run },
    });
    expect(html(lesson)).toContain('>{"level":513,<wbr>"value":1,000}</data>');
  });

  it('keeps short code with signs in one line, and lets long code break', async () => {
    const codes = '`-O2`, `-sEXPORTED_FUNCTIONS=_malloc`, `new Uint8Array(buffer).slice(0, 4)`';
    const lesson = await compile(`${frontMatter}${program}\n${codes}`);
    expect(html(lesson)).toBe(
      '<p><code class="whole">-O2</code>, <code><span class="whole">-s</span>EXPORTED_FUNCTIONS=_malloc</code>, ' +
        '<code>new Uint8Array(buffer)<wbr><span class="whole">.slice(0, 4)</span></code></p>',
    );
  });

  it('shows no value between backticks, where nothing is filled in', async () => {
    const value = ':value[address of greeting]{read="address(greeting)"}';
    const [error] = await errorsOf(`${frontMatter}${program}\nAt \`${value}\`, and \`a:value\`.`);
    expect(error).toContain('lesson.md:17:4: error: `:value[…]` stands between backticks');
    expect(await errorsOf(`${frontMatter}${program}\nAt \`a:value\`.`)).toEqual([]);
  });

  it('leads into the lab from its text', async () => {
    const lesson = await compile(`${frontMatter}${program}\nSee :see[these bytes]{select="greeting"}.`);
    expect(html(lesson)).toContain('data-program="hello" data-select="greeting">these bytes</a>');
  });

  it('takes the answer of a question from a run', async () => {
    const lesson = await compile(`${frontMatter}${program}
::::quiz{#quiz}
:::question{#bytes kind="bytes" answer="bytes(greeting)"}
Which bytes?

- 00 00 00 2A
  > Other way round.
- other
  > An int has four bytes.
:::
::::
`);
    const [quiz] = lesson.blocks.filter((block) => block.kind === 'quiz');
    expect(quiz?.quiz.questions[0]).toMatchObject({
      kind: 'bytes',
      answer: [42, 0, 0, 0],
      place: { program: 'hello', address: 0x410 },
      mistakes: [{ bytes: [0, 0, 0, 42] }],
    });
  });

  it('reads options with their feedback, and an explanation', async () => {
    const lesson = await compile(`${frontMatter}
:::::quiz{#quiz}
::::question{#where kind="choice"}
Where?

- [x] At \`here\`.
  > Yes.
- [ ] There
  > No.

:::explanation
Because.
:::
::::
:::::
`);
    const [quiz] = lesson.blocks.filter((block) => block.kind === 'quiz');
    expect(quiz?.quiz.questions[0]).toEqual({
      kind: 'choice',
      id: 'where',
      prompt: '<p>Where?</p>',
      explanation: '<p>Because.</p>',
      options: [
        { html: 'At <code>here</code>.', right: true, feedback: '<p>Yes.</p>' },
        { html: 'There', right: false, feedback: '<p>No.</p>' },
      ],
    });
  });

  it('leaves out what only a run can tell where programs are not run', async () => {
    const text = `${frontMatter}${program}
It is :value[the address]{read="address(greeting)"}.

::::quiz{#quiz}
:::question{#q kind="number" answer="size(greeting)"}
How many bytes?

- other
  > Four.
:::
::::
`;
    const lesson = await compile(text, { runner: { run: async () => ({ notRun: true }) } });
    expect(html(lesson)).toContain('>…</data>');
    expect(lesson.programs).toMatchObject([{ id: 'hello', wasm: null }]);
    expect(lesson.blocks.find(({ kind }) => kind === 'quiz')).toMatchObject({ quiz: { questions: [] } });
  });
});

describe('an author’s mistake', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'a missing front matter',
      'Text',
      'lesson.md:1:1: error: a lesson begins with front matter between two lines `---`',
    ],
    [
      'an unknown key',
      frontMatter.replace('level', 'levle'),
      'lesson.md:4:1: error: there is no key `levle`; write `level`',
    ],
    [
      'HTML',
      `${frontMatter}A <b>bold</b> word`,
      'lesson.md:10:3: error: a lesson holds no HTML; write markdown, or `\\<` for the character',
    ],
    [
      'an unknown block',
      `${frontMatter}:::progam{#a}\n:::`,
      'lesson.md:10:1: error: `:::progam` is no block; write `program`',
    ],
    [
      'an unknown attribute',
      `${frontMatter}${program.replace('title=', 'optimization="O2" title=')}`,
      'lesson.md:11:19: error: `program` has no attribute `optimization`; write `optimisation`',
    ],
    [
      'a wrong value',
      `${frontMatter}${program.replace('title=', 'optimisation="O3" title=')}`,
      'lesson.md:11:19: error: attribute `optimisation` of `program`: `O3` is not known; write one of `O0`, `O2`',
    ],
    [
      'an unknown global',
      `${frontMatter}${program}\n:value[x]{read="address(greting)"}`,
      'lesson.md:17:1: error: in a run of `hello`: the program has no global `greting`; write `greeting`',
    ],
    [
      'an unknown reading',
      `${frontMatter}${program}\n:value[x]{read="adress(a)"}`,
      'lesson.md:17:1: error: there is no reading `adress`; write `address`',
    ],
    [
      'a missing feedback',
      `${frontMatter}::::quiz{#q}\n:::question{#a kind="choice"}\nWhere?\n\n- [x] Here\n- [ ] There\n  > No.\n:::\n::::`,
      'lesson.md:14:1: error: every answer has feedback: write it below, as a quotation: `> Because …`',
    ],
    [
      'a link to nowhere',
      `${frontMatter}[x](/abs)`,
      'lesson.md:10:1: error: cannot link to `/abs`; write `https://…`, `#heading` or `lesson:slug`',
    ],
    [
      'an id used twice',
      `${frontMatter}${program}${program}`,
      'lesson.md:17:1: error: the id `hello` is taken in line 11; write another, as ids are unique in a lesson',
    ],
    [
      'a tag that stands there twice',
      frontMatter.replace('goals:', 'tags: [page, growth, page]\ngoals:'),
      'lesson.md:6:1: error: `tags`: `page` stands here twice',
    ],
    [
      'a panel that is opened twice',
      `${frontMatter}${program.replace('title=', 'panels="heap stack heap" title=')}`,
      'lesson.md:11:19: error: attribute `panels` of `program`: `heap` stands here twice',
    ],
    [
      'a breakpoint that stands there twice',
      `${frontMatter}${program.replace('title=', 'breakpoints="growth; growth" title=')}`,
      'lesson.md:11:1: error: `breakpoints`: `growth` stands here twice',
    ],
    [
      'a global where a breakpoint is to be',
      `${frontMatter}${program.replace('title=', 'breakpoints="greeting" title=')}`,
      'lesson.md:11:1: error: `breakpoints`: `greeting` is none; write `write greeting` to stop where it is written',
    ],
    [
      'a note without text',
      `${frontMatter}:::note\n:::`,
      'lesson.md:10:1: error: this note is empty; write its text between the two lines of colons',
    ],
    [
      'an address without words',
      `${frontMatter}See https://example.org/x for it.`,
      'lesson.md:10:5: error: write what the link leads to as well: `[words](https://example.org/x)`',
    ],
    [
      'a footnote',
      `${frontMatter}A word[^1].\n\n[^1]: More.`,
      'lesson.md:10:7: error: a lesson has no footnotes; write it in the text, or in a `:::note`',
    ],
    [
      'a text as a hexadecimal number',
      `${frontMatter}${program}Its :value[output]{read="output()" as="hex"}.`,
      'lesson.md:16:5: error: `as="hex"` is for numbers; `output()` gives text: leave it out',
    ],
    [
      'a division by 0',
      `${frontMatter}${program}Its :value[part]{read="size(greeting) / 0"}.`,
      'lesson.md:16:5: error: in a run of `hello`: what is behind `/` is 0 there',
    ],
    [
      'a note without a title',
      `${frontMatter}:::note{title=""}\nText.\n:::`,
      'lesson.md:10:9: error: attribute `title` of `note`: must not be empty',
    ],
    [
      'a colon in the prose',
      `${frontMatter}at 10:am`,
      'lesson.md:10:6: error: `:am` is no block; write one of `value`, `see`, `region`, `term`, or `\\:am` for the text',
    ],
  ];

  it.each(cases)('is told with its place: %s', async (_name, text, message) => {
    expect(await errorsOf(text)).toContain(message);
  });

  it('is told once: questions without a quiz around them', async () => {
    const question = ':::question{#a kind="choice"}\nWhere?\n\n- [x] Here\n  > Yes.\n- [ ] There\n  > No.\n:::\n\n';
    expect(await errorsOf(frontMatter + question + question.replace('#a', '#b'))).toEqual([
      expect.stringContaining('`question` stands outside of its `quiz`'),
    ]);
  });

  it('is told once: a note that is never closed', async () => {
    const text = `${frontMatter}:::note\nText.\n\n${program}Its :value[address]{program="hello" read="address(greeting)"}.`;
    expect(await errorsOf(text)).toEqual([expect.stringContaining('the block `note` is never closed')]);
  });

  it('is told once: a brace that is never closed', async () => {
    expect(await errorsOf(`${frontMatter}${program}Its :value[address]{read="address(greeting)" is.`)).toEqual([
      expect.stringContaining('a quote or a brace is missing here'),
    ]);
  });

  it('is told once: an HTML element with its end', async () => {
    expect(await errorsOf(`${frontMatter}Some <b>bold</b> text.`)).toHaveLength(1);
  });

  it('is told once: two files of one name', async () => {
    const twice = program.replace(/```\n:::/, '```\n\n```cpp file=main.cpp\nint more;\n```\n:::');
    expect(await errorsOf(frontMatter + twice)).toEqual([
      expect.stringMatching(
        /^lesson\.md:\d+:1: error: `main\.cpp` stands here twice; give one of the two another name$/,
      ),
    ]);
  });

  it('in code is told with the line of the lesson', async () => {
    const diagnostics = [{ severity: 'error', path: 'main.cpp', line: 1, column: 5, message: 'expected ;' }] as const;
    const runner = { run: async () => ({ diagnostics }) };
    expect(await errorsOf(`${frontMatter}${program}`, { runner })).toEqual([
      'lesson.md:13:5: error: `hello`: expected ;',
    ]);
  });

  it('in the course is told with all others at once', async () => {
    expect((await errorsOf(`${frontMatter}<b>x</b>\n\n[x](/abs)\n`)).length).toBeGreaterThan(1);
  });
});
