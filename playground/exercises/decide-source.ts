import type { Attempt, Verdict } from './attempt.ts';
import { stripComments } from './strip-comments.ts';
import { failed, holds, passed } from './verdict.ts';

export function decideSourceContains(text: string, { sources }: Attempt): Verdict {
  const isThere = sources.some((file) => stripComments(file.text).includes(text));
  return holds(isThere, () => `None of your files contains "${text}", comments left out.`);
}

export function decideSourceLacks(text: string, { sources }: Attempt): Verdict {
  for (const file of sources) {
    const index = stripComments(file.text).indexOf(text);
    if (index === -1) continue;
    const line = stripComments(file.text).slice(0, index).split('\n').length;
    return failed(`Line ${line} of ${file.path} contains "${text}".`, { path: file.path, line, column: null });
  }
  return passed;
}
