import { describe, expect, it } from 'vitest';
import type { Question } from '../../../playground/lesson/question.ts';
import { compileLesson } from '../compile-lesson.ts';
import { authorErrors, emptyFolder, exampleFrontMatter, exampleTools } from '../testing-tools.ts';

const before = `${exampleFrontMatter}
:::program{#hello title="Hello"}
\`\`\`cpp file=main.cpp
int greeting = 42;
int main() {}
\`\`\`
:::

::::quiz{#quiz}
`;

const compile = async (attributes: string, answers: string) =>
  compileLesson(
    `${before}:::question{#q ${attributes}}\nWhich?\n\n${answers}\n:::\n::::\n`,
    emptyFolder,
    'lesson.md',
    await exampleTools(),
  );

async function questionOf(attributes: string, answers: string): Promise<Question | undefined> {
  const { blocks } = await compile(attributes, answers);
  return blocks.find((block) => block.kind === 'quiz')?.quiz.questions[0];
}

const errorsOf = (attributes: string, answers: string) => authorErrors(compile(attributes, answers));

const other = '- other\n  > Look again.';

describe('a question', () => {
  it('has no two answers that read the same, and no mistake that is right', async () => {
    const twice = [expect.stringContaining('an earlier answer says the same')];
    expect(await errorsOf('kind="choice"', '- [x] a\n  > Yes.\n- [ ] b\n  > No.\n- [ ] b\n  > No.')).toEqual(twice);
    expect(await errorsOf('kind="order"', '1. a\n   > 1.\n2. b\n   > 2.\n3. a\n   > 3.')).toEqual(twice);
    const table = '| A | B | C |\n|---|---|---|\n| a | one | Why. |\n| b | one | Why. |';
    expect(await errorsOf('kind="match"', table)).toEqual(twice);
    const bytes = `- 2A 00 00 00\n  > Why.\n${other}`;
    expect(await errorsOf('kind="bytes" answer="bytes(greeting)"', bytes)).toEqual([
      expect.stringContaining('is the right answer, not a mistake'),
    ]);
    const view = 'kind="view" shown="greeting" type="Int32Array" offset="address(greeting)" length="1"';
    expect(await errorsOf(view, `- length: 1\n  > Why.\n${other}`)).toEqual([
      expect.stringContaining('`length: 1` is right, not a mistake'),
    ]);
  });

  it('tells once of a view that cannot be where it is asked for', async () => {
    const view = 'kind="view" shown="greeting" type="Int32Array" offset="0x411" length="1"';
    expect(await errorsOf(view, other)).toEqual([expect.stringContaining('no Int32Array can begin at 1041')]);
  });

  it('tells one slip once', async () => {
    const once = (message: string) => [expect.stringContaining(message)];
    const number = 'kind="number" answer="4"';
    expect(await errorsOf(number, `${other}\n- 5\n  > No.`)).toEqual(once('22:1: error: `other` is the last mistake'));
    expect(await errorsOf(number, `${other}\n${other}`)).toEqual(once('an earlier answer says the same'));
    expect(await errorsOf('kind="choice"', '- a\n  > Yes.\n- b\n  > No.')).toEqual(
      once('22:1: error: begin every answer with `[x]`'),
    );
    const table = '| A | B |\n|---|---|\n| a | one |\n| b | two |';
    expect(await errorsOf('kind="match"', table)).toEqual(once('24:1: error: a pair has three cells'));
  });

  it('asks for a view of whole elements', async () => {
    const view = 'kind="view" shown="greeting" type="Int8Array" offset="address(greeting)" length="1.5"';
    expect(await errorsOf(view, other)).toEqual([expect.stringContaining('whole number of elements, not 1.5')]);
  });

  it('accepts forms of a text, and what a run printed', async () => {
    const answers = `- [x] 2nd\n- [ ] first\n  > That came before.\n${other}`;
    expect(await questionOf('kind="text" answer="outputLine(2)"', answers)).toMatchObject({
      kind: 'text',
      accepted: ['second', '2nd'],
      isExact: false,
      mistakes: [{ text: 'first', feedback: '<p>That came before.</p>' }],
    });
  });

  it('shows bytes of which some are to be marked', async () => {
    const question = await questionOf(
      'kind="mark" shown="block 2; greeting" answer="address(greeting)..address(greeting) + 2"',
      `- greeting\n  > Only its lower half.\n${other}`,
    );
    expect(question).toMatchObject({
      memory: {
        program: 'hello',
        pieces: [
          { address: 0x410, bytes: [42, 0, 0, 0] },
          { address: 0x10440, bytes: new Array(8).fill(0) },
        ],
      },
      answer: [0x410, 0x411],
      mistakes: [{ addresses: [0x410, 0x411, 0x412, 0x413] }],
    });
  });

  it('takes what a pointer points at from the bytes of the pointer', async () => {
    const question = await questionOf(
      'kind="point" shown="greeting; 0x28..0x30" pointer="greeting"',
      `- 0x28\n  > That is the first byte shown.\n${other}`,
    );
    expect(question).toMatchObject({ pointer: { address: 0x410, size: 4 }, answer: 42, mistakes: [{ address: 0x28 }] });
  });

  it('asks for a view in parts', async () => {
    const question = await questionOf(
      'kind="view" shown="greeting" type="Int32Array" offset="address(greeting)" length="1"',
      `- \`length: size(greeting)\`\n  > Elements.\n- type: Uint32Array\n  > Signed.\n${other}`,
    );
    expect(question).toMatchObject({
      answer: { type: 'Int32Array', offset: 0x410, length: 1 },
      mistakes: [{ view: { length: 4 } }, { view: { type: 'Uint32Array' } }],
    });
  });

  it('finds a line by a piece of its text', async () => {
    const question = await questionOf('kind="line" answer="main()"', `- 1\n  > A global.\n${other}`);
    expect(question).toMatchObject({ path: 'main.cpp', lines: ['int greeting = 42;', 'int main() {}'], answer: 2 });
  });

  it.each([
    [
      'kind="mark" shown="greeting" answer="block 1"',
      other,
      '19:1: error: `block 1` is not among the bytes of `shown`',
    ],
    ['kind="mark" shown="greeting; 0x412..0x416" answer="greeting"', other, 'overlap; write each byte once'],
    ['kind="mark" shown="0x0..0x100" answer="greeting"', other, '`shown` has 256 bytes; a question shows at most 128'],
    ['kind="mark" shown="greting" answer="greeting"', other, 'There is no "greting"'],
    [
      'kind="mark" shown="greeting" answer="greeting"',
      `- greeting\n  > No.\n${other}`,
      '22:1: error: greeting is the right',
    ],
    ['kind="point" shown="greeting" pointer="greeting"', other, 'the pointer holds 0x2a, which is not among'],
    [
      'kind="point" shown="greeting; 0x28..0x30" pointer="greeting"',
      `- 0x800\n  > No.\n${other}`,
      '22:1: error: `0x800` is not among the bytes of `shown`, where learners choose',
    ],
    ['kind="mark" shown="" answer="greeting"', other, 'no bytes are named here; write a symbol'],
    ['kind="mark" shown="greeting" answer="0x414..0x410"', other, '`0x414..0x410` runs backwards'],
    ['kind="mark" shown="greeting" answer="0x410..0x410"', other, '`0x410..0x410` holds no byte'],
    ['kind="bytes" answer="bytes(72, 0)"', other, '`bytes(72, 0)` reads no byte; the number after the comma'],
    ['kind="bytes" answer="0A 0B 0C GG"', other, '`GG` is no byte; each is two digits'],
    [
      'kind="number" answer="4"',
      `- 5\n  > No.\n- 0x5\n  > No.\n${other}`,
      '24:1: error: `0x5` is the same as `5` above; remove one of the two',
    ],
    [
      'kind="bytes" answer="bytes(greeting)"',
      `- 00 00 00 2A\n  > No.\n- 00 00 00 2a\n  > No.\n${other}`,
      '24:1: error: `00 00 00 2a` is the same as `00 00 00 2A` above; remove one of the two',
    ],
    [
      'kind="number" answer="4"',
      `${other}\n\n:::explanation\n:::`,
      'this explanation is empty; write its text, or leave it out',
    ],
    ['kind="point" shown="block 1" pointer="block 1"', other, 'must be 4 or 8 bytes (here 16)'],
    ['kind="view" shown="block 1" type="Int32Array" offset="0x1042a" length="1"', other, 'that is no multiple of 4'],
    [
      'kind="view" shown="greeting" type="Int8Aray" offset="1" length="1"',
      other,
      '`Int8Aray` is not known; write `Int8Array`',
    ],
    [
      'kind="view" shown="greeting" type="Int8Array" offset="0x410" length="1"',
      `- size 4\n  > No.\n${other}`,
      'names a part',
    ],
    ['kind="line" answer="int"', other, 'lines 1, 2 hold `int`'],
    ['kind="line" answer="free"', other, 'no line holds `free`'],
    [`kind="line" answer="'free'"`, other, "no line holds `'free'`; the file"],
    [`kind="line" answer="'int'"`, other, "no line holds `'int'`; leave out the single quotes: `int`"],
    ['kind="line" answer="9"', other, 'there is no line 9: the file has 2 lines'],
    ['kind="text"', other, 'begin each accepted answer with `[x]`'],
    [
      'kind="number" answer="4"',
      `- 85 bytes\n  > No.\n${other}`,
      '`85 bytes` is more than a number; write `85`, and the unit as `unit=',
    ],
    ['kind="text"', '- [x] a', 'the last entry is `other`'],
    ['kind="text"', `- [x] a\n- [ ] A\n  > No.\n${other}`, '“A” is accepted, so it is no mistake'],
    ['kind="txt"', other, '`txt` is not known; write `text`'],
  ])('%s with %j is refused', async (attributes, answers, message) => {
    expect((await errorsOf(attributes, answers)).join('\n')).toContain(message);
  });
});
