import type { Outcome } from '../session/run.ts';

/** How a program ended that did not finish, as compilers tell it: place and words. */
export function outcomeInWords(
  outcome: Exclude<Outcome, { status: 'finished' }>,
  shown: (path: string) => string,
): string {
  switch (outcome.status) {
    case 'trapped':
      return ended(outcome.reason, outcome.location, shown);
    case 'threw':
      return ended(outcome.message, outcome.location, shown);
    case 'waiting-for-input':
      return ended('it waits for input that cannot come', null, shown);
    case 'stopped':
      return ended('it made as many steps as it may', null, shown);
    default:
      return outcome satisfies never;
  }
}

function ended(
  words: string,
  location: Extract<Outcome, { status: 'trapped' }>['location'],
  shown: (path: string) => string,
): string {
  const place = location ? `${shown(location.path)}:${location.line}: ` : '';
  return `${place}pagewise: the program was ended: ${words}`;
}
