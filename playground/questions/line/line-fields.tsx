import { useId } from 'react';
import type { LineQuestion } from '../../lesson/question.ts';
import { Mark } from '../mark.tsx';
import type { FieldsProps } from '../question-kind.ts';
import type { LineAnswer } from './line.ts';
import './line-fields.css';

/** The lines of a file with their numbers, one of which is chosen. Empty lines cannot be. */
export function LineFields({ question, answer, grade, isOpen, onChange }: FieldsProps<LineQuestion, LineAnswer>) {
  const name = useId();
  return (
    <ol className="line-fields" aria-label={question.path}>
      {question.lines.map((text, index) => (
        // A file's lines never change their order.
        <li key={index}>
          <label>
            <input
              type="radio"
              className="needs-js"
              name={name}
              checked={answer === index + 1}
              disabled={!isOpen || text.trim() === ''}
              onChange={() => onChange(index + 1)}
            />
            <span className="line-number">{index + 1}</span>
            <code>{text}</code>
            <Mark grade={grade?.parts[index] ?? 'open'} />
          </label>
        </li>
      ))}
    </ol>
  );
}
