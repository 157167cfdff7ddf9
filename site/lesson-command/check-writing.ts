import type { FrontMatter } from '../../playground/lesson/front-matter.ts';
import { ErrorList } from '../build/author-errors.ts';
import { type Dictionary, isVerb } from './dictionary.ts';
import { type LessonText, type Word, wordsInYaml } from './lesson-text.ts';
import { estimatedMinutes, type Outline, outlineOf } from './outline.ts';

/** Words of prose in a lesson. */
const length = { least: 600, most: 1200 } as const;
const fewest = { questions: 4, kinds: 3 } as const;
/** By what part the minutes that a lesson promises may differ from the estimate. */
const tolerance = 0.4;

/** What is wrong with how a lesson is written: spelling, length, minutes, goals, the quiz. `name` is how errors call the file. */
export function checkWriting(
  { source, tree, words }: LessonText,
  frontMatter: FrontMatter,
  name: string,
  dictionary: Dictionary,
): ErrorList['errors'] {
  const errors = new ErrorList(name);
  checkSpelling(words, dictionary, errors);
  const outline = outlineOf(tree);
  const lineOf = (key: string) => source.split('\n').findIndex((line) => line.startsWith(key)) + 1;
  const goals = lineOf('goals:');
  for (const [index, goal] of frontMatter.goals.entries()) {
    const [first = ''] = goal.split(/[^\p{L}]/u);
    if (!isVerb(first, dictionary))
      errors.add(
        goals + 1 + index,
        5,
        `a goal starts with a verb; \`${first}\` is none: write what one can do, as \`Read …\` or \`Predict …\``,
      );
  }
  checkMinutes(outline, frontMatter.minutes, (message) => errors.add(lineOf('minutes:'), 1, message));
  if (outline.words < length.least || outline.words > length.most) {
    const change =
      outline.words < length.least ? 'say more, or join it to another lesson' : 'shorten it, or make two of it';
    errors.add(
      lineOf('title:'),
      1,
      `the text has ${outline.words} words, and should have ${length.least} to ${length.most}: ${change}`,
    );
  }
  const kinds = Object.keys(outline.questions);
  const asked = outline.blocks.question ?? 0;
  if (asked < fewest.questions || kinds.length < fewest.kinds) {
    const line = source.split('\n').findIndex((text) => /^:+quiz/.test(text)) + 1;
    const found = kinds.length === 0 ? 'none' : `${asked} of ${kinds.map((kind) => `\`${kind}\``).join(', ')}`;
    errors.add(
      line || lineOf('title:'),
      1,
      `a lesson asks at least ${fewest.questions} questions of at least ${fewest.kinds} kinds; it has ${found}`,
    );
  }
  return errors.errors;
}

/** What is misspelt in a `part.yaml` or a `glossary.yaml`. */
export function checkYaml(yaml: string, name: string, dictionary: Dictionary): ErrorList['errors'] {
  const errors = new ErrorList(name);
  checkSpelling(wordsInYaml(yaml.split('\n')), dictionary, errors);
  return errors.errors;
}

function checkSpelling(words: Iterable<Word>, dictionary: Dictionary, errors: ErrorList): void {
  const problems = new Map<string, string | null>();
  for (const { text, line, column } of words) {
    const problem = problems.get(text) ?? (problems.has(text) ? null : misspelt(text, dictionary));
    problems.set(text, problem);
    if (problem) errors.add(line, column, problem);
  }
}

function checkMinutes(outline: Outline, promised: number, report: (message: string) => void): void {
  const estimate = estimatedMinutes(outline);
  if (Math.abs(promised - estimate) <= tolerance * estimate) return;
  const { program = 0, question = 0, exercise = 0 } = outline.blocks;
  report(
    `\`minutes: ${promised}\`: ${outline.words} words, ${program} programs, ${question} questions and ${exercise} exercises take about ${Math.round(estimate)}; write \`minutes: ${Math.max(5, 5 * Math.round(estimate / 5))}\``,
  );
}

/** Names and code have capitals within, digits, or signs; abbreviations have capitals alone. */
const isName = (word: string): boolean => /[\d_.]|\p{Ll}\p{Lu}|^\p{Lu}+s?$|^.$/u.test(word);

function misspelt(text: string, dictionary: Dictionary): string | null {
  const word = text.replaceAll('’', "'").replace(/'s?$/, '');
  if (isName(word) || dictionary.knows(word)) return null;
  const near = dictionary.suggest(word).slice(0, 3);
  const instead = near.length > 0 ? `write ${near.map((each) => `\`${each}\``).join(' or ')}` : 'write another';
  return `\`${word}\` is no word of the dictionary; ${instead}, put it in backticks if it is code, or add it to \`terms.txt\` of the course`;
}
