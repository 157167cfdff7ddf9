import type { Question } from '../lesson/question.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { Situation } from './situation.ts';

/** What every question of a run begins with. */
export interface Asking {
  readonly situation: Situation;
  readonly random: SeededRandom;
  /** Of the question. */
  readonly id: string;
}

/** Makes one sort of question about a situation; null where it has nothing to ask. */
export type Template = (asking: Asking) => Promise<Question | null>;
