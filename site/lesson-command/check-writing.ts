import type { FrontMatter } from '../../playground/lesson/front-matter.ts';
import { ErrorList } from '../build/author-errors.ts';
import { checkShape } from '../build/writing/check-shape.ts';
import { type LessonText, type Word, wordsInYaml } from '../build/writing/lesson-text.ts';
import { type Dictionary, isVerb } from './dictionary.ts';

/** What is wrong with how a lesson is written: spelling, length, minutes, goals, the quiz. `name` is how errors call the file. */
export function checkWriting(
  text: LessonText,
  frontMatter: FrontMatter,
  name: string,
  dictionary: Dictionary,
): ErrorList['errors'] {
  const errors = new ErrorList(name);
  checkSpelling(text.words, dictionary, errors);
  const goals = text.source.split('\n').findIndex((line) => line.startsWith('goals:')) + 1;
  for (const [index, goal] of frontMatter.goals.entries()) {
    const [first = ''] = goal.split(/[^\p{L}]/u);
    if (!isVerb(first, dictionary))
      errors.add(
        goals + 1 + index,
        5,
        `a goal starts with a verb; \`${first}\` is none: write what one can do, as \`Read …\` or \`Predict …\``,
      );
  }
  errors.errors.push(...checkShape(text, frontMatter.minutes, name));
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

/** Names and code have capitals within, digits, or signs; abbreviations have capitals alone. */
const isName = (word: string): boolean => /[\d_.]|\p{Ll}\p{Lu}|^\p{Lu}+s?$|^.$/u.test(word);

function misspelt(text: string, dictionary: Dictionary): string | null {
  const word = text.replaceAll('’', "'").replace(/'s?$/, '');
  if (isName(word) || dictionary.knows(word)) return null;
  const near = dictionary.suggest(word).slice(0, 3);
  const instead = near.length > 0 ? `write ${near.map((each) => `\`${each}\``).join(' or ')}` : 'write another';
  return `\`${word}\` is no word of the dictionary; ${instead}, put it in backticks if it is code, or add it to \`terms.txt\` of the course`;
}
