import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react';
import type { BytesQuestion } from '../../lesson/question.ts';
import { Mark } from '../mark.tsx';
import type { FieldsProps } from '../question-kind.ts';
import type { BytesAnswer } from './bytes.ts';

/** One small field for each byte, lowest address first. Two digits move on; a pasted row of bytes fills them all. */
export function BytesFields({ question, answer, locked, grade, onChange }: FieldsProps<BytesQuestion, BytesAnswer>) {
  const row = useRef<HTMLDivElement>(null);
  const focus = (index: number) => row.current?.querySelectorAll('input')[index]?.focus();
  const isFixed = (index: number) => grade !== null || locked[index] === true;
  const type = (index: number, text: string) => {
    const digits = text
      .replaceAll(/[^\da-f]/gi, '')
      .slice(0, 2)
      .toUpperCase();
    onChange(answer.with(index, digits));
    if (digits.length === 2 && index + 1 < answer.length) focus(index + 1);
  };
  const paste = (index: number) => (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text').match(/[\da-f]{2}/gi) ?? [];
    if (pasted.length < 2) return;
    event.preventDefault();
    onChange(
      answer.map((text, at) => (at < index || isFixed(at) ? text : (pasted[at - index]?.toUpperCase() ?? text))),
    );
  };
  const move = (index: number) => (event: KeyboardEvent<HTMLInputElement>) => {
    const { selectionStart, value } = event.currentTarget;
    if (event.key === 'ArrowLeft' && selectionStart === 0) focus(index - 1);
    else if (event.key === 'ArrowRight' && selectionStart === value.length) focus(index + 1);
    else if (event.key === 'Backspace' && value === '') focus(index - 1);
    else return;
    event.preventDefault();
  };
  return (
    <div className="byte-fields" ref={row}>
      {answer.map((text, index) => (
        <span key={index} className="byte-field">
          <input
            aria-label={`Byte ${index + 1} of ${answer.length}, two hexadecimal digits`}
            value={text}
            disabled={isFixed(index)}
            maxLength={2}
            autoComplete="off"
            spellCheck={false}
            onChange={({ target }) => type(index, target.value)}
            onPaste={paste(index)}
            onKeyDown={move(index)}
            onFocus={({ target }) => target.select()}
          />
          {grade && <Mark right={grade.parts[index] === true} />}
        </span>
      ))}
      <span className="byte-legend">{question.answer.length > 1 && 'lowest address first'}</span>
    </div>
  );
}
