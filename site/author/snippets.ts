import { type Example, exampleProgram } from '../build/reference/examples.ts';

/**
 * An example for a lesson: ids that the lesson has already are made new, and the program that it asks about comes with it where
 * the lesson lacks that.
 */
export function fitted({ title, text }: Example, lesson: string): string {
  const taken = new Set([...lesson.matchAll(/\{#([a-z][a-z0-9-]*)/g)].map(([, id]) => id));
  const free = (id: string): string => {
    let number = 2;
    while (taken.has(`${id}-${number}`)) number++;
    return `${id}-${number}`;
  };
  const wanted = /\bprogram="([a-z][a-z0-9-]*)"/.exec(text)?.[1];
  const isAlone = wanted === undefined || taken.has(wanted) || title === exampleProgram.title;
  const fitting = text.replace(/\{#([a-z][a-z0-9-]*)/g, (whole, id: string) =>
    taken.has(id) ? `{#${free(id)}` : whole,
  );
  return isAlone ? fitting : `${exampleProgram.text}\n\n${fitting}`;
}
