import { useState } from 'react';
import type { SavedAnswer } from '../lesson/saved-work.ts';
import { readAttempt } from '../questions/attempt.ts';
import type { Trace } from '../trace/trace.ts';
import { makeQuestion, type RunQuestion, sameness } from './make-question.ts';
import type { PracticeFile } from './situation.ts';

/** Seeds that one can remember: from 1 to this one. */
export const lastSeed = 10_000;

/** Questions in a row that were asked already, and are passed over. */
const mostPassedOver = 50;

interface Asked extends RunQuestion {
  readonly trace: Trace;
  readonly seed: number;
}

/** Practice on a recorded run, kept while one looks at other panels. */
export interface Practice {
  /** Null where nothing was recorded. */
  readonly isReady: boolean;
  readonly current: (RunQuestion & { readonly seed: number }) | null;
  readonly answer: SavedAnswer | null;
  readonly isChecked: boolean;
  /** Questions that were right at the first check, of all that were checked. */
  readonly score: { readonly right: number; readonly all: number };
  /** What there is to say instead of a question, or beside it. */
  readonly notice: string | null;
  /** Asks the question of a seed. */
  readonly ask: (seed: number) => Promise<void>;
  /** Asks another one, if there is one that was not asked yet. */
  readonly askAnother: () => Promise<void>;
  readonly keep: (answer: SavedAnswer) => void;
  readonly onGo: (step: number) => void;
}

/** `files` are those that are still as they were when the program ran. */
export function usePractice(
  trace: Trace | null,
  files: readonly PracticeFile[],
  onGo: (step: number) => void,
): Practice {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [answer, setAnswer] = useState<SavedAnswer | null>(null);
  const [score, setScore] = useState({ right: 0, all: 0 });
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [notice, setNotice] = useState<string | null>(null);
  // A question of another run stands for nothing any more.
  const current = trace && asked?.trace === trace ? asked : null;
  const isGraded = (given: SavedAnswer | null): boolean =>
    current !== null && readAttempt(current.question, given).grade !== null;

  const show = (made: RunQuestion | null, seed: number, known: ReadonlySet<string>, words: string | null): void => {
    if (!trace) return;
    setAnswer(null);
    setNotice(made ? words : 'There is nothing to ask: no line of your own files ran.');
    setAsked(made && { ...made, trace, seed });
    if (!made) return;
    setSeen(new Set(known).add(sameness(made.question)));
    onGo(made.step);
  };
  return {
    isReady: trace !== null,
    current,
    answer,
    isChecked: isGraded(answer),
    score,
    notice,
    async ask(seed) {
      if (trace) show(await makeQuestion(trace, files, seed), seed, seen, null);
    },
    async askAnother() {
      if (!trace) return;
      const known = current ? seen : new Set<string>();
      let seed = current?.seed ?? 0;
      let again: { readonly made: RunQuestion | null; readonly seed: number } = { made: current, seed };
      for (let passed = 0; passed < mostPassedOver; passed++) {
        seed = (seed % lastSeed) + 1;
        const made = await makeQuestion(trace, files, seed);
        // A seed may find nothing in a run that has something to ask.
        if (made === null && current) continue;
        if (made === null || !known.has(sameness(made.question))) return show(made, seed, known, null);
        again = { made, seed };
      }
      show(
        again.made,
        again.seed,
        new Set(),
        'These were all the questions that were found in this run. They begin again.',
      );
    },
    keep(given) {
      if (isGraded(given) && !isGraded(answer))
        setScore(({ right, all }) => ({ right: right + (given.right ? 1 : 0), all: all + 1 }));
      setAnswer(given);
    },
    onGo,
  };
}
