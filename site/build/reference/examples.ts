import lesson from './examples.md?raw';

/** A block of a lesson, as the reference shows it and as an author puts it into a text. */
export interface Example {
  /** What it is: `Program`, `Question: bytes`. */
  readonly title: string;
  readonly text: string;
}

/** The lesson of which all examples are taken: one block under each heading. */
export const exampleLesson: string = lesson;

/** An example of each block and of each kind of question. */
export const examples: readonly Example[] = lesson
  .split(/^## /m)
  .slice(1)
  .map((section) => {
    const end = section.indexOf('\n');
    return { title: section.slice(0, end).trim(), text: section.slice(end).trim() };
  });

/** The program that the other examples are about. */
export const exampleProgram: Example = examples.find(({ title }) => title === 'Program') ?? { title: '', text: '' };
