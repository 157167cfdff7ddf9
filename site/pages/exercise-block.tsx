import { PanelRight } from 'lucide-react';
import { ExerciseWork } from '../../playground/exercises/exercise-work.tsx';
import { arrangementPath } from '../../playground/lesson/edited-files.ts';
import type { Exercise } from '../../playground/lesson/exercise.ts';
import type { Html } from '../../playground/lesson/html.ts';
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
  const [saved, save] = useSavedExercise(slug, exercise.id);
  const files = useSavedFiles(slug);
  const { starter } = exercise;
  const link: LabLink = { program: exercise.id, select: starter.select, panel: null, place: null };
  const paths = [...starter.files, ...(starter.javascript ? [starter.javascript] : [])].map(({ path }) => path);
  return (
    <section className="exercise" id={exercise.id} aria-labelledby={`${exercise.id}-title`} data-shown={shown}>
      <header className="block-header">
        <h2 id={`${exercise.id}-title`}>Exercise: {exercise.title}</h2>
        <button type="button" className="button needs-js" aria-pressed={shown} onClick={() => onShow(link)}>
          <PanelRight aria-hidden="true" /> {shown ? 'In the lab' : 'Open in the lab'}
        </button>
      </header>
      <ProseHtml html={exercise.task} onShow={onShow} />
      <ProgramCode html={code} />
      <ExerciseWork
        exercise={exercise}
        saved={saved}
        onSave={save}
        grade={async (signal) => {
          const [{ labServices }, { gradeAttempt }] = await Promise.all([
            import('../app/lab-services.ts'),
            import('../../playground/exercises/grade-attempt.ts'),
          ]);
          return gradeAttempt(exercise, files.read(exercise.id), labServices(), signal);
        }}
        onShowLine={(path, line) => onShow({ ...link, select: null, place: { path, line } })}
        readFiles={() => files.read(exercise.id)}
        onReplace={(texts) => {
          // Files that were removed or moved are in their places again.
          files.write(exercise.id, arrangementPath, null);
          for (const path of paths) files.write(exercise.id, path, texts[path] ?? null);
          onShow({ ...link, isReplaced: true });
        }}
      />
    </section>
  );
}
