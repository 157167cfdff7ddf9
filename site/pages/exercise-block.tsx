import { PanelRight } from 'lucide-react';
import type { Exercise } from '../../playground/lesson/exercise.ts';
import type { Html } from '../../playground/lesson/html.ts';
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

/** An exercise in the text: what to do, what is checked, and the code to start from. */
export function ExerciseBlock({ exercise, code, shown, onShow }: ExerciseBlockProps) {
  const show = (): void => onShow({ program: exercise.id, select: exercise.starter.select, panel: null, place: null });
  return (
    <section className="exercise" id={exercise.id} aria-labelledby={`${exercise.id}-title`} data-shown={shown}>
      <header className="block-header">
        <h2 id={`${exercise.id}-title`}>Exercise: {exercise.title}</h2>
        <button type="button" className="button needs-js" aria-pressed={shown} onClick={show}>
          <PanelRight aria-hidden="true" /> {shown ? 'In the lab' : 'Open in the lab'}
        </button>
      </header>
      <ProseHtml html={exercise.task} onShow={onShow} />
      <h3>What is checked</h3>
      <ul className="checks">
        {exercise.checks.map(({ statement }) => (
          <li key={statement} dangerouslySetInnerHTML={{ __html: statement }} />
        ))}
      </ul>
      <ProgramCode html={code} />
    </section>
  );
}
