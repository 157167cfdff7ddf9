import type { List } from 'mdast';
import type { Html } from '../../../playground/lesson/html.ts';
import type { ErrorList } from '../author-errors.ts';
import { type Entry, feedbackOf, readEntries } from '../blocks/answers.ts';
import type { Given } from './question-reader.ts';

/** Mistakes that an author foresaw, and what is said about every other one. */
interface Foreseen {
  readonly entries: readonly Entry[];
  readonly otherwise: Html;
}

/** Reads a list of mistakes, the last of which is `other`. */
export function readMistakes({ node, answers, scope: { errors }, toHtml }: Given<unknown, List>): Foreseen {
  const entries = readEntries(answers, toHtml, errors);
  const last = entries.at(-1);
  if (last && isOther(last))
    return { entries: entries.filter((entry) => !isOther(entry)), otherwise: feedbackOf(last, errors) };
  const early = entries.find(isOther);
  if (early) errors.at(early.node, '`other` is the last mistake; move it behind all others');
  else errors.at(node, 'the last mistake is `other`, with feedback for everything that was not foreseen');
  return { entries: entries.filter((entry) => !isOther(entry)), otherwise: '' as Html };
}

const isOther = ({ text }: Entry): boolean => text === 'other';

/** Tells mistakes that are written in different ways and mean the same: nobody would see the feedback of the later one. */
export function refuseSameMeaning(
  mistakes: readonly { readonly entry: Entry; readonly meaning: string }[],
  errors: ErrorList,
): void {
  const known = new Map<string, Entry>();
  for (const { entry, meaning } of mistakes) {
    const earlier = known.get(meaning);
    // What reads the same is told where it is read.
    if (earlier && earlier.html !== entry.html)
      errors.at(entry.node, `\`${entry.text}\` is the same as \`${earlier.text}\` above; remove one of the two`);
    known.set(meaning, earlier ?? entry);
  }
}
