import { z } from 'zod';

/** The first item that a list names a second time; null where it names each once. */
export function firstRepeated<Item>(list: readonly Item[]): Item | null {
  return list.find((item, index) => list.indexOf(item) < index) ?? null;
}

/** A check of a list of words: each stands in it once. */
export const eachOnce = z.superRefine<readonly string[]>((list, context) => {
  const repeated = firstRepeated(list);
  if (repeated !== null) context.addIssue({ code: 'custom', message: `\`${repeated}\` stands here twice` });
});
