import { accessCases } from './access-cases.ts';
import { callCases } from './call-cases.ts';
import { memoryCases } from './memory-cases.ts';
import type { ModuleCase } from './module-case.ts';
import { severalMemoriesCases } from './several-memories-cases.ts';
import { stackCases } from './stack-cases.ts';
import { wideMemoryCases } from './wide-memory-cases.ts';

/** Modules written by hand: one for each thing that is recorded. */
export const moduleCases: readonly ModuleCase[] = [
  ...accessCases,
  ...memoryCases,
  ...callCases,
  ...stackCases,
  ...wideMemoryCases,
  ...severalMemoriesCases,
];
