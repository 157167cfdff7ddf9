import { PanelRight } from 'lucide-react';
import type { Html } from '../../playground/lesson/html.ts';
import type { LessonProgram } from '../../playground/lesson/program.ts';
import { useWords } from '../../playground/words/use-words.tsx';
import type { LabLink } from './lab-link.ts';

interface ProgramBlockProps {
  readonly program: LessonProgram;
  readonly code: Html;
  readonly shown: boolean;
  readonly onShow: (link: LabLink) => void;
}

/** A program in the text: its code for readers, and a button that brings it into the lab. */
export function ProgramBlock({ program, code, shown, onShow }: ProgramBlockProps) {
  const { lab } = useWords();
  const { id, select, panels } = program;
  const show = (): void => onShow({ program: id, select, panel: panels?.[0] ?? null, place: null });
  return (
    <section className="program" id={program.id} aria-labelledby={`${program.id}-title`} data-shown={shown}>
      <header className="block-header">
        <h3 id={`${program.id}-title`}>{program.title}</h3>
        <button
          type="button"
          className="button needs-js"
          aria-pressed={shown}
          aria-describedby={`${program.id}-title`}
          onClick={show}
        >
          <PanelRight aria-hidden="true" /> {shown ? lab.isOpen : lab.open}
        </button>
      </header>
      <ProgramCode html={code} />
    </section>
  );
}

/** The files of a program, coloured by the lesson build. */
export function ProgramCode({ html }: { readonly html: Html }) {
  return <div className="program-code" dangerouslySetInnerHTML={{ __html: html }} />;
}
