import { mostTelling, nameChanges } from '../trace/describe-place.ts';
import { plainText } from '../trace/phrase.ts';
import type { Moment } from '../trace/trace.ts';
import { formatAddress } from './hexadecimal.ts';
import type { Place } from './place.ts';

/** What the step before wrote that tells most: its own variable rather than a library's. Null where it wrote nothing. */
export function tellingWrite(moment: Moment): Place | null {
  const [most] = mostTelling(nameChanges(moment.changes, moment));
  if (!most) return null;
  const { range } = most.change;
  return { range, label: plainText(most.words) || formatAddress(range.start) };
}
