import { PanelRight } from 'lucide-react';
import { useState } from 'react';
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

/**
 * A program in the text: its code for readers, and a button that brings it into the lab. Where the lab stands beside
 * the text, the code of a program that is not in it is shown on demand.
 */
export function ProgramBlock({ program, code, shown, onShow }: ProgramBlockProps) {
  const { lab } = useWords();
  const [showsCode, setShowsCode] = useState(false);
  const { id, select, panels } = program;
  const show = (): void => onShow({ program: id, select, panel: panels?.[0] ?? null, place: null });
  return (
    <section className="program" id={program.id} aria-labelledby={`${program.id}-title`} data-shown={shown}>
      <header className="block-header">
        <h3 id={`${program.id}-title`}>{program.title}</h3>
        <div className="block-actions needs-js">
          {(!shown || showsCode) && (
            <button
              type="button"
              className="button show-code"
              aria-expanded={showsCode}
              aria-describedby={`${program.id}-title`}
              onClick={() => setShowsCode(!showsCode)}
            >
              {showsCode ? lab.hideCode : lab.showCode}
            </button>
          )}
          <button
            type="button"
            className="button"
            aria-pressed={shown}
            aria-describedby={`${program.id}-title`}
            onClick={show}
          >
            <PanelRight aria-hidden="true" /> {shown ? lab.isOpen : lab.open}
          </button>
        </div>
      </header>
      <div data-code={showsCode ? 'shown' : 'beside'}>
        <ProgramCode html={code} />
      </div>
    </section>
  );
}

/** The files of a program, coloured by the lesson build. */
export function ProgramCode({ html }: { readonly html: Html }) {
  return <div className="program-code" dangerouslySetInnerHTML={{ __html: html }} />;
}
