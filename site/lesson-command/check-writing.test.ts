import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { frontMatterSchema } from '../../playground/lesson/front-matter.ts';
import { readLessonText } from '../build/writing/lesson-text.ts';
import { outlineOf } from '../build/writing/outline.ts';
import { checkWriting, checkYaml } from './check-writing.ts';
import { isVerb, openDictionary } from './dictionary.ts';

const dictionary = openDictionary([]);
const frontMatter = {
  title: 'A title',
  summary: 'A summary.',
  level: 'beginner',
  minutes: 10,
  goals: ['Read a byte', 'Write a byte'],
};
const head = (changes: Partial<typeof frontMatter>) => {
  const { title, summary, level, minutes, goals } = { ...frontMatter, ...changes };
  return `---\ntitle: ${title}\nsummary: ${summary}\nlevel: ${level}\nminutes: ${minutes}\ngoals:\n${goals.map((goal) => `  - ${goal}\n`).join('')}---\n`;
};
const prose = (words: number): string => `${'word '.repeat(words)}\n`;
const question = (kind: string) => `:::question{kind="${kind}"}\nAsk.\n:::\n`;
const quiz = (...kinds: readonly string[]) => `\n::::quiz{#quiz}\n${kinds.map(question).join('\n')}::::\n`;
const enough = quiz('choice', 'number', 'order', 'choice');

const problems = (body: string, changes: Partial<typeof frontMatter> = {}): readonly string[] => {
  const front = frontMatterSchema.parse({ ...frontMatter, ...changes });
  const found = checkWriting(readLessonText(head(changes) + body), front, 'lesson.md', dictionary);
  return found.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`);
};

describe('spelling', () => {
  it('tells each unknown word where it stands, and what was meant', () => {
    expect(problems(`${prose(600)}Teh memory\nis \\:recieved.\n${enough}`)).toEqual([
      expect.stringMatching(/^lesson\.md:11:1: `Teh` is no word of the dictionary; write `Ten`/),
      expect.stringMatching(/^lesson\.md:12:6: `recieved` is no word of the dictionary; write `received`/),
    ]);
  });

  it('reads the front matter and what attributes show', () => {
    const figure = '::figure{source="map.svg" alt="The lnear memory"}\n';
    expect(problems(`${figure}\n${prose(600)}${enough}`, { summary: 'A sumary.' })).toEqual([
      expect.stringMatching(/^lesson\.md:3:12: `sumary`/),
      expect.stringMatching(/^lesson\.md:10:36: `lnear`/),
    ]);
  });

  it('leaves code, names, addresses and terms alone', () => {
    const code =
      'The `strlenn` of WebAssembly’s i32 doesn’t [read](https://wrogn.example) an allocator’s LLVM std.h.\n\n```cpp\nint wrogn;\n```\n';
    expect(problems(`${code}${prose(600)}${enough}`)).toEqual([]);
  });

  it('reads the names of parts and the glossary, and finds those of the course right', () => {
    const yaml =
      'title: Bytes and adresses\nsummary: Fine.\n# wrogn\nneeds: [wrogn-slug]\n  - term: page\n    lesson: wrogn-slug\n';
    expect(checkYaml(yaml, 'part.yaml', dictionary)).toMatchObject([{ file: 'part.yaml', line: 1, column: 18 }]);
    const course = join(import.meta.dirname, '../../lessons');
    const names = readdirSync(course, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /(part|glossary)\.yaml$/.test(path),
    );
    expect(names.length).toBeGreaterThan(4);
    for (const name of names) expect(checkYaml(readFileSync(join(course, name), 'utf8'), name, dictionary)).toEqual([]);
  });

  it('knows a verb by its -ing form', () => {
    for (const verb of ['Read', 'Write', 'Lie', 'Bring', 'Pair', 'Grow', 'Map', 'See'])
      expect([verb, isVerb(verb, dictionary)]).toEqual([verb, true]);
    for (const other of ['Memory', 'Bytes', 'The', 'Understanding', 'How', 'Xyzzy'])
      expect([other, isVerb(other, dictionary)]).toEqual([other, false]);
  });
});

describe('the rules of a lesson', () => {
  it('begin each goal with a verb', () => {
    expect(problems(`${prose(600)}${enough}`, { goals: ['Read a byte', 'Memory and its pages'] })).toEqual([
      'lesson.md:8:5: a goal starts with a verb; `Memory` is none: write what one can do, as `Read …` or `Predict …`',
    ]);
  });

  it('ask four questions of three kinds', () => {
    expect(problems(`${prose(600)}${quiz('choice', 'number', 'choice', 'choice')}`)).toEqual([
      'lesson.md:12:1: a lesson asks at least 4 questions of at least 3 kinds; it has 4 of `choice`, `number`',
    ]);
    expect(problems(prose(1000))).toEqual([
      'lesson.md:2:1: a lesson asks at least 4 questions of at least 3 kinds; it has none',
    ]);
  });

  it('bound its length, and promise the minutes that it takes', () => {
    expect(problems(`${prose(599)}${enough}`)).toEqual([
      expect.stringMatching(/^lesson\.md:2:1: the text has 599 words/),
    ]);
    expect(problems(`${prose(1201)}${enough}`)).toEqual([
      expect.stringMatching(/^lesson\.md:2:1: the text has 1201 words/),
    ]);
    expect(problems(`${prose(800)}${enough}`, { minutes: 60 })).toEqual([
      'lesson.md:5:1: `minutes: 60`: 800 words, 0 programs, 4 questions and 0 exercises take about 9; write `minutes: 10`',
    ]);
  });

  it('count prose without questions, checks and hints', () => {
    const text =
      'One :value[two]{read="pages()"} `three`.\n\n::::exercise{#id}\nFour.\n\n:::hints\n1. Not this.\n:::\n::::\n';
    expect(outlineOf(readLessonText(text + enough).tree)).toEqual({
      blocks: { value: 1, exercise: 1, hints: 1, quiz: 1, question: 4 },
      questions: { choice: 2, number: 1, order: 1 },
      words: 5,
    });
  });
});
