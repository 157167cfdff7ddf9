import { useState } from 'react';
import { type Chooser, type ChooserStep, stepsThrough } from '../../playground/lesson/chooser.ts';
import type { Html } from '../../playground/lesson/html.ts';
import { useWords } from '../../playground/words/use-words.tsx';
import type { LabLink } from './lab-link.ts';
import { ProseHtml } from './prose-html.tsx';

interface ChooserBlockProps {
  readonly chooser: Chooser;
  readonly onShow: (link: LabLink) => void;
}

/** Questions one after the other, down to advice. On paper and without JavaScript all of it, as nested lists. */
export function ChooserBlock({ chooser, onShow }: ChooserBlockProps) {
  const words = useWords().lesson;
  const [answers, setAnswers] = useState<readonly number[]>([]);
  const steps = stepsThrough(chooser, answers);
  const end = steps.at(-1);
  return (
    <section className="chooser" id={chooser.id} aria-labelledby={`${chooser.id}-title`}>
      <h3 id={`${chooser.id}-title`}>{chooser.title}</h3>
      <div className="needs-js chooser-steps">
        {steps.map(
          (step, depth) =>
            step.question !== null && (
              // A step of the same depth after other answers is another one.
              <div key={answers.slice(0, depth).join(' ')}>
                <ProseHtml html={step.text} onShow={onShow} />
                <fieldset>
                  <Phrase as="legend" html={step.question} />
                  {step.answers.map(({ label }, index) => (
                    <label key={label}>
                      <input
                        type="radio"
                        name={`${chooser.id}-${depth}`}
                        checked={answers[depth] === index}
                        onChange={() => setAnswers([...answers.slice(0, depth), index])}
                      />{' '}
                      <Phrase as="span" html={label} />
                    </label>
                  ))}
                </fieldset>
              </div>
            ),
        )}
        <div role="status" className="chooser-advice">
          {end?.question === null && <ProseHtml html={end.text} onShow={onShow} />}
        </div>
        {answers.length > 0 && (
          <button type="button" className="button" onClick={() => setAnswers([])}>
            {words.again}
          </button>
        )}
      </div>
      <div className="chooser-whole">
        <WholeStep step={chooser.first} onShow={onShow} />
      </div>
    </section>
  );
}

interface WholeStepProps {
  readonly step: ChooserStep;
  readonly onShow: (link: LabLink) => void;
}

function WholeStep({ step, onShow }: WholeStepProps) {
  return (
    <>
      <ProseHtml html={step.text} onShow={onShow} />
      {step.question !== null && (
        <>
          <Phrase as="p" html={step.question} />
          <ul>
            {step.answers.map(({ label, next }) => (
              <li key={label}>
                <Phrase as="strong" html={label} />
                <WholeStep step={next} onShow={onShow} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Phrase({ as: Tag, html }: { readonly as: 'legend' | 'span' | 'p' | 'strong'; readonly html: Html }) {
  return <Tag dangerouslySetInnerHTML={{ __html: html }} />;
}
