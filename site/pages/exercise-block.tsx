import { PanelRight } from 'lucide-react';
import { ExerciseWork } from '../../playground/exercises/exercise-work.tsx';
import { arrangementPath } from '../../playground/lesson/edited-files.ts';
import type { Exercise } from '../../playground/lesson/exercise.ts';
import type { Html } from '../../playground/lesson/html.ts';
import { useWords } from '../../playground/words/use-words.tsx';
import { useSavedExercise, useSavedFiles } from '../progress/use-saved-work.ts';
import type { LabLink } from './lab-link.ts';
import { ProgramCode } from './program-block.tsx';
import { ProseHtml } from './prose-html.tsx';

interface ExerciseBlockProps {
  readonly slug: string;
  readonly exercise: Exercise;
  readonly code: Html;
  readonly shown: boolean;
  readonly onShow: (link: LabLink) => void;
}

/** An exercise in the text: what to do, the code to start from, and what is checked. */
export function ExerciseBlock({ slug, exercise, code, shown, onShow }: ExerciseBlockProps) {
  const { exercise: words, lab } = useWords();
  const [saved, save] = useSavedExercise(slug, exercise.id);
  const files = useSavedFiles(slug);
  const { starter } = exercise;
  const link: LabLink = { program: exercise.id, select: null, panel: null, place: null };
  const whole: LabLink = { ...link, select: starter.select, panel: starter.panels?.[0] ?? null };
  return (
    <section className="exercise" id={exercise.id} aria-labelledby={`${exercise.id}-title`} data-shown={shown}>
      <header className="block-header">
        <h2 id={`${exercise.id}-title`}>{words.title(exercise.title)}</h2>
        <button
          type="button"
          className="button needs-js"
          aria-pressed={shown}
          aria-describedby={`${exercise.id}-title`}
          onClick={() => onShow(whole)}
        >
          <PanelRight aria-hidden="true" /> {shown ? lab.isOpen : lab.open}
        </button>
      </header>
      <ProseHtml html={exercise.task} onShow={onShow} />
      <ProgramCode html={code} />
      <ExerciseWork
        exercise={exercise}
        saved={saved}
        onSave={save}
        grade={async (texts, signal) => {
          const [{ labServices }, { gradeAttempt }] = await Promise.all([
            import('../app/lab-services.ts'),
            import('../../playground/exercises/grade-attempt.ts'),
          ]);
          return gradeAttempt(exercise, texts, labServices(), signal);
        }}
        onShowLine={(path, line) => onShow({ ...link, place: { path, line } })}
        onShowMoment={(moment, calls) => onShow({ ...link, moment: { ...moment, calls } })}
        readFiles={() => programTexts(files.readShown(exercise.id))}
        onReplace={(texts) => {
          // Files that were removed or moved are in their places again, and those that were added are gone.
          const kept = files.read(exercise.id);
          const own = programTexts(kept);
          const others = Object.entries(kept).filter(([path]) => own[path] === undefined);
          files.replace(exercise.id, { ...Object.fromEntries(others), ...texts });
          onShow({ ...whole, isReplaced: true });
        }}
      />
    </section>
  );
}

/** Without breakpoints and whatever else the lab keeps beside the files. */
const programTexts = (kept: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(kept).filter(([path]) => !path.startsWith('.') || path === arrangementPath));
