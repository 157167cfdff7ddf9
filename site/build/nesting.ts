import type { Nodes, Parents, Root } from 'mdast';
import type { ErrorList } from './author-errors.ts';

/** Levels to which a text is read: whatever walks its tree calls itself once for each. */
const mostLevels = 100;
const message = `this is nested in more than ${mostLevels} levels; write it with fewer \`>\`, lists or other signs around it`;

const marks = new RegExp(String.raw`^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){${mostLevels + 1}}`);

/** A line of the text; nothing where it begins with more marks of quotations and lists than the parser can follow. */
export function mendNesting(line: string, number: number, errors: ErrorList): string {
  if (!marks.test(line)) return line;
  errors.add(number, 1, message);
  return '';
}

/** Takes out of a tree what is nested too deep, and tells where the first of it stands. */
export function cutNesting(tree: Root, errors: ErrorList): void {
  let isTold = false;
  let level: Parents[] = [tree];
  for (let depth = 0; level.length > 0; depth++) {
    const deeper = level.flatMap(({ children }) => children as Nodes[]).filter((node) => 'children' in node);
    if (depth === mostLevels) {
      for (const node of deeper) {
        if (!isTold) errors.at(node, message);
        isTold = true;
        node.children = [];
      }
      return;
    }
    level = deeper;
  }
}

/** What is said where no line is known to be the cause. */
export const tooDeep = 'the text is nested too deep; write it with fewer brackets or signs within each other';

/** Whether an error's message is that of an engine whose stack is full: V8's, or SpiderMonkey's. */
export const isStackOverflow = (message: string): boolean => /^(Maximum call stack|too much recursion)/.test(message);

/** What `read` makes of a text; null, with an error, where it is nested deeper than the reader's own stack. */
export function withinStack<Result>(read: () => Result, errors: ErrorList): Result | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Error) || !isStackOverflow(error.message)) throw error;
    errors.add(1, 1, tooDeep);
    return null;
  }
}
