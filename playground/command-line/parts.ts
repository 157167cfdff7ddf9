/** What of a trace can be printed, in the order in which it is. */
export const parts = [
  ...(['steps', 'stores', 'accesses', 'allocations', 'growth', 'views', 'output', 'frames', 'findings'] as const),
] as const;
export type Part = (typeof parts)[number];

/** What is printed unless the user chooses. Frames take long; in words a step tells what it stored and printed. */
export const partsFor = (isJson: boolean): readonly Part[] =>
  isJson ? parts.filter((part) => part !== 'frames') : ['steps', 'findings'];

export const isPart = (name: string): name is Part => parts.some((part) => part === name);
