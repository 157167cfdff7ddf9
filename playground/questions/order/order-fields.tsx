import { ArrowDown, ArrowUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { OrderQuestion } from '../../lesson/question.ts';
import { useWords } from '../../words/use-words.tsx';
import { HtmlText } from '../html-text.tsx';
import { Mark } from '../mark.tsx';
import { plainText } from '../plain-text.ts';
import { type FieldsProps, isFixed, shownGrade } from '../question-kind.ts';
import { moveEntry, type OrderAnswer } from './order.ts';

/** A list whose entries move by buttons; the focus stays with the entry, and its new place is announced. */
export function OrderFields(props: FieldsProps<OrderQuestion, OrderAnswer>) {
  const { question, answer, isOpen, onChange } = props;
  const words = useWords().question;
  const list = useRef<HTMLOListElement>(null);
  const [announcement, setAnnouncement] = useState('');
  const moved = (place: number, step: 1 | -1): OrderAnswer =>
    moveEntry(answer, place, step, (other) => isFixed(props, other));
  const move = (entry: number, name: string, step: 1 | -1): void => {
    const next = moved(answer.indexOf(entry), step);
    if (next === answer) return;
    const place = next.indexOf(entry);
    flushSync(() => {
      onChange(next);
      setAnnouncement(words.order.moved(name, place + 1, next.length));
    });
    // A browser drops the focus of what moves in the document.
    list.current?.children[place]?.querySelector<HTMLElement>(`[data-step="${step}"]`)?.focus();
  };
  return (
    <>
      <ol className="order-fields" ref={list}>
        {answer.map((entry, place) => {
          const { html } = question.entries[entry] ?? { html: question.prompt };
          const buttons = { entry, name: plainText(html), onMove: move };
          return (
            <li key={entry}>
              <HtmlText html={html} />
              <Mark grade={shownGrade(props, place)} />
              {isOpen && !isFixed(props, place) && (
                <span className="order-buttons needs-js">
                  <MoveButton {...buttons} step={-1} canMove={moved(place, -1) !== answer} />
                  <MoveButton {...buttons} step={1} canMove={moved(place, 1) !== answer} />
                </span>
              )}
            </li>
          );
        })}
      </ol>
      <p className="visually-hidden" role="status">
        {announcement}
      </p>
    </>
  );
}

interface MoveButtonProps {
  readonly entry: number;
  readonly name: string;
  readonly step: 1 | -1;
  readonly canMove: boolean;
  readonly onMove: (entry: number, name: string, step: 1 | -1) => void;
}

function MoveButton({ entry, name, step, canMove, onMove }: MoveButtonProps) {
  const words = useWords().question.order;
  return (
    <button
      type="button"
      className="icon-button"
      data-step={step}
      // Not `disabled`: at an end of the list the button would lose the focus.
      aria-disabled={!canMove}
      aria-label={(step < 0 ? words.up : words.down)(name)}
      onClick={() => onMove(entry, name, step)}
    >
      {step < 0 ? <ArrowUp aria-hidden="true" /> : <ArrowDown aria-hidden="true" />}
    </button>
  );
}
