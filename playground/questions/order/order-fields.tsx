import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { OrderQuestion } from '../../lesson/question.ts';
import { HtmlText } from '../html-text.tsx';
import { Mark } from '../mark.tsx';
import type { FieldsProps } from '../question-kind.ts';
import { moveEntry, type OrderAnswer } from './order.ts';

/** A list whose entries move by buttons; the focus stays with the entry, and its new place is announced. */
export function OrderFields({ question, answer, locked, grade, onChange }: FieldsProps<OrderQuestion, OrderAnswer>) {
  const list = useRef<HTMLOListElement>(null);
  const [moved, setMoved] = useState<{ readonly entry: number; readonly step: 1 | -1 } | null>(null);
  const isFixed = (place: number): boolean => grade !== null || locked[place] === true;
  const move = (place: number, step: 1 | -1) => {
    const next = moveEntry(answer, place, step, isFixed);
    if (next === answer) return;
    setMoved({ entry: answer[place] ?? 0, step });
    onChange(next);
  };
  useEffect(() => {
    if (!moved) return;
    const item = list.current?.children[answer.indexOf(moved.entry)];
    const wanted = item?.querySelector<HTMLElement>(`button[data-step="${moved.step}"]`);
    wanted?.focus();
  }, [moved, answer]);
  const text = (entry: number): string => {
    const { html } = question.entries[entry] ?? { html: '' };
    return html.replaceAll(/<[^>]+>/g, '');
  };
  return (
    <>
      <ol className="order-fields" ref={list}>
        {answer.map((entry, place) => (
          <li key={entry}>
            <HtmlText html={question.entries[entry]?.html ?? question.prompt} />
            {grade ? (
              <Mark right={grade.parts[place] === true} />
            ) : (
              <span className="order-buttons">
                {([-1, 1] as const).map((step) => (
                  <button
                    key={step}
                    type="button"
                    className="icon-button"
                    data-step={step}
                    disabled={isFixed(place)}
                    aria-label={`Move ${step < 0 ? 'up' : 'down'}: ${text(entry)}`}
                    onClick={() => move(place, step)}
                  >
                    {step < 0 ? <ArrowUp aria-hidden="true" /> : <ArrowDown aria-hidden="true" />}
                  </button>
                ))}
              </span>
            )}
          </li>
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {moved && `${text(moved.entry)}: now number ${answer.indexOf(moved.entry) + 1} of ${answer.length}`}
      </p>
    </>
  );
}
