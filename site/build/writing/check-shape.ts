import { type AuthorError, ErrorList } from '../author-errors.ts';
import type { LessonText } from './lesson-text.ts';
import { estimatedMinutes, type Outline, outlineOf } from './outline.ts';

/** Words of prose in a lesson. */
const length = { least: 600, most: 1200 } as const;
const fewest = { questions: 4, kinds: 3 } as const;
/** By what part the minutes that a lesson promises may differ from the estimate. */
const tolerance = 0.4;

/** Whether a lesson is as long as a lesson should be, takes the minutes that it promises, and asks enough; `minutes` is null where it does not say. */
export function checkShape({ source, tree }: LessonText, minutes: number | null, name: string): readonly AuthorError[] {
  const errors = new ErrorList(name);
  const outline = outlineOf(tree);
  // Where there is no such line, the lesson as a whole is meant.
  const lineOf = (key: string) => source.split('\n').findIndex((line) => line.startsWith(key)) + 1 || 1;
  if (minutes !== null) checkMinutes(outline, minutes, (message) => errors.add(lineOf('minutes:'), 1, message));
  if (outline.words < length.least || outline.words > length.most) {
    const change =
      outline.words < length.least ? 'say more, or join it to another lesson' : 'shorten it, or make two of it';
    errors.add(
      lineOf('title:'),
      1,
      `the text has ${counted(outline.words, 'word')}, and should have ${length.least} to ${length.most}: ${change}`,
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

function checkMinutes(outline: Outline, promised: number, report: (message: string) => void): void {
  const estimate = estimatedMinutes(outline);
  if (Math.abs(promised - estimate) <= tolerance * estimate) return;
  const { program = 0, question = 0, exercise = 0 } = outline.blocks;
  report(
    `\`minutes: ${promised}\`: ${counted(outline.words, 'word')}, ${counted(program, 'program')}, ${counted(question, 'question')} and ${counted(exercise, 'exercise')} take about ${Math.round(estimate)}; write \`minutes: ${Math.max(5, 5 * Math.round(estimate / 5))}\``,
  );
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
