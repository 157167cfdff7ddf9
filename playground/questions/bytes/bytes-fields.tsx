import { type ClipboardEvent, type KeyboardEvent, useId, useRef } from 'react';
import type { BytesQuestion } from '../../lesson/question.ts';
import { formatSelection } from '../../lesson/selection.ts';
import { useWords } from '../../words/use-words.tsx';
import { Mark } from '../mark.tsx';
import { type FieldsProps, isFixed, shownGrade } from '../question-kind.ts';
import type { BytesAnswer } from './bytes.ts';
import { readBytes } from './read-bytes.ts';
import './bytes-fields.css';

/** One small field for each byte, lowest address first. Two digits move on; a pasted row of bytes fills them all. */
export function BytesFields(props: FieldsProps<BytesQuestion, BytesAnswer>) {
  const { question, answer, grade, problemId, onChange } = props;
  const words = useWords().question;
  const row = useRef<HTMLDivElement>(null);
  const hintId = useId();
  /** Puts the focus on the byte at `index`, or on the next one in that direction that can be changed. */
  const focus = (index: number, step: 1 | -1): void => {
    let next = index;
    while (next in answer && isFixed(props, next)) next += step;
    row.current?.querySelectorAll('input')[next]?.focus();
  };
  const fill = (first: number, texts: readonly string[]): void =>
    onChange(answer.map((text, index) => (isFixed(props, index) ? text : (texts[index - first] ?? text))));

  const type = (index: number, text: string): void => {
    // `0x` is what many begin a byte with: it is no digit of it.
    const typed = text.normalize('NFKC').replace(/^0x/i, '');
    const digits = typed.replaceAll(/[^\da-f]/gi, '').toUpperCase();
    fill(index, [digits.slice(0, 2)]);
    if (digits.length >= 2) focus(index + 1, 1);
  };
  const paste = (index: number, event: ClipboardEvent): void => {
    const pasted = readBytes(event.clipboardData.getData('text'));
    if (pasted.length === 0) return;
    event.preventDefault();
    const first = pasted.length === answer.length ? 0 : index;
    fill(first, pasted);
    focus(Math.min(first + pasted.length, answer.length - 1), -1);
  };
  const finish = (index: number, text: string): void => {
    if (text.length === 1 && !isFixed(props, index)) fill(index, [text.padStart(2, '0')]);
  };
  return (
    <>
      <div className="byte-fields needs-js" ref={row}>
        {answer.map((text, index) => (
          <span key={index} className="byte-field">
            <input
              aria-label={words.bytes.label(index + 1, answer.length)}
              aria-describedby={hintId}
              aria-invalid={problemId !== null && text.length !== 2}
              value={text}
              disabled={isFixed(props, index)}
              maxLength={2}
              autoCapitalize="characters"
              autoComplete="off"
              spellCheck={false}
              onChange={({ target }) => type(index, target.value)}
              onPaste={(event) => paste(index, event)}
              onKeyDown={(event) => move(event, (step) => focus(index + step, step))}
              onFocus={({ target }) => target.select()}
              onBlur={({ target }) => finish(index, target.value)}
            />
            <Mark grade={shownGrade(props, index)} />
          </span>
        ))}
      </div>
      <p className="field-hint" id={hintId}>
        {words.bytes.hint(answer.length)}
      </p>
      {grade?.right && question.place && <BytesLink place={question.place} length={answer.length} />}
    </>
  );
}

/** Arrows at a field's edge lead to its neighbour, and so does deleting what is not there. */
function move(event: KeyboardEvent<HTMLInputElement>, by: (step: 1 | -1) => void): void {
  const { selectionStart, selectionEnd, value } = event.currentTarget;
  if (event.key === 'ArrowLeft' && selectionStart === 0) by(-1);
  else if (event.key === 'ArrowRight' && selectionEnd === value.length) by(1);
  else if (event.key === 'Backspace' && value === '') by(-1);
  else return;
  event.preventDefault();
}

interface BytesLinkProps {
  readonly place: NonNullable<BytesQuestion['place']>;
  readonly length: number;
}

/** A link into the lab, as the lesson build writes them. */
function BytesLink({ place: { program, address }, length }: BytesLinkProps) {
  const range = formatSelection({ kind: 'range', start: address, end: address + length });
  return (
    <p>
      <a className="see" href={`#${program}`} data-program={program} data-select={range} data-panel="bytes">
        {useWords().question.bytes.see}
      </a>
    </p>
  );
}
