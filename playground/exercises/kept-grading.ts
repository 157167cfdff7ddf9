import type { Exercise } from '../lesson/exercise.ts';
import type { SavedGrading } from '../lesson/saved-work.ts';
import type { Grading } from './grade-attempt.ts';

type Graded = Extract<Grading, { status: 'graded' }>;

/** What was found about these files, as progress keeps it: each verdict with the check that it answers. */
export function keepGrading(
  { checks }: Pick<Exercise, 'checks'>,
  files: SavedGrading['files'],
  { verdicts, calls }: Graded,
): SavedGrading {
  const kept = checks.flatMap(({ source }, index) => {
    const verdict = verdicts[index];
    return verdict ? [{ ...verdict, check: source }] : [];
  });
  return { files, verdicts: kept, calls };
}

/** The grading that was kept; null where there is none, or the exercise asks for other things by now. */
export function restoreGrading(
  { checks }: Pick<Exercise, 'checks'>,
  kept: SavedGrading | undefined,
): (Graded & Pick<SavedGrading, 'files'>) | null {
  if (!kept) return null;
  const verdicts = checks.flatMap(({ source }) => kept.verdicts.find(({ check }) => check === source) ?? []);
  const isSame = verdicts.length === checks.length && verdicts.length === kept.verdicts.length;
  return isSame ? { status: 'graded', verdicts, calls: kept.calls, files: kept.files } : null;
}
