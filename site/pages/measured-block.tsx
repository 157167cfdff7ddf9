import { lazy, Suspense, useState } from 'react';
import { type Measured, originalLanguage } from '../../playground/lesson/lesson.ts';
import type { LessonProgram } from '../../playground/lesson/program.ts';
import { useWords } from '../../playground/words/use-words.tsx';
import type { LabLink } from './lab-link.ts';
import { ProseHtml } from './prose-html.tsx';

const MeasuredHere = lazy(() => import('./measured-here.tsx'));

interface MeasuredBlockProps {
  readonly measured: Measured;
  readonly program: LessonProgram;
  readonly onShow: (link: LabLink) => void;
}

/** Text about times, and a button that measures them in this browser. */
export function MeasuredBlock({ measured, program, onShow }: MeasuredBlockProps) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="measured" aria-label={measured.title}>
      <h3>{measured.title}</h3>
      <ProseHtml html={measured.text} onShow={onShow} />
      <p className="without-js">{words.lesson.measured}</p>
      <div className="needs-js" lang={isOpen ? originalLanguage : words.language}>
        {isOpen ? (
          <Suspense fallback={<p role="status">{words.search.loading}</p>}>
            <MeasuredHere
              program={program}
              onShowLine={(path, line) =>
                onShow({ program: program.id, select: null, panel: null, place: { path, line } })
              }
            />
          </Suspense>
        ) : (
          <button type="button" className="button primary" onClick={() => setOpen(true)}>
            {words.lesson.measure}
          </button>
        )}
      </div>
    </section>
  );
}
