import { createLazyValue } from './lazy-value.ts';

const bugs = createLazyValue(async () => (await import('virtual:bugs')).bugs);

export const loadBugs = bugs.load;
export const useBugs = bugs.use;
