import type { Question } from '../lesson/question.ts';
import type { Trace } from '../trace/trace.ts';
import { SeededRandom } from './seeded-random.ts';
import { type PracticeFile, situationAt } from './situation.ts';
import type { Template } from './template.ts';
import { bytes } from './templates/bytes.ts';
import { liveBlocks } from './templates/live-blocks.ts';
import { mark } from './templates/mark.ts';
import { nextLine } from './templates/next-line.ts';
import { pointer } from './templates/pointer.ts';
import { value } from './templates/value.ts';
import { view } from './templates/view.ts';

const templates: readonly Template[] = [value, nextLine, bytes, pointer, mark, view, liveBlocks];

/** Moments that are tried before a run is said to have nothing to ask. */
const tries = 40;

/** A question about a recorded run, made from it. */
export interface RunQuestion {
  readonly question: Question;
  /** The step at which it is asked. */
  readonly step: number;
  /** The step that shows the answer. */
  readonly reveal: number;
}

/**
 * Makes a question from a run. The same run and seed make the same question, and every seed another one. Null when the
 * run has nothing to ask: no step in a file of the learner's.
 */
export async function makeQuestion(
  trace: Trace,
  files: readonly PracticeFile[],
  seed: number,
): Promise<RunQuestion | null> {
  const random = new SeededRandom(seed);
  for (const step of stepsToTry(trace.steps, random)) {
    const situation = await situationAt(trace, files, step);
    if (!situation) continue;
    for (const template of random.shuffled(templates)) {
      const question = await template({ situation, random, id: `seed-${seed}` });
      if (question) return { question, step, reveal: situation.after?.step ?? step };
    }
  }
  return null;
}

/** All steps of a short run, each once: chance would miss the few that can be asked about. */
function stepsToTry(steps: number, random: SeededRandom): readonly number[] {
  if (steps <= tries) return random.shuffled(Array.from({ length: steps }, (_, step) => step));
  return Array.from({ length: tries }, () => random.below(steps));
}

/**
 * The same text for questions with the same words and the same answer: another step of the run, or another order of the options,
 * makes no other question of it.
 */
export function sameness(question: Question): string {
  const answer = 'answer' in question ? question.answer : 'options' in question && question.options.find(isRight)?.html;
  return JSON.stringify([question.prompt, answer]);
}

const isRight = ({ right }: { readonly right: boolean }): boolean => right;
