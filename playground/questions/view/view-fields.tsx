import { useId } from 'react';
import { elementBytes, type ViewQuestion } from '../../lesson/question.ts';
import { useWords } from '../../words/use-words.tsx';
import { ByteChooser } from '../byte-chooser.tsx';
import { Mark } from '../mark.tsx';
import { type FieldsProps, isFixed, shownGrade } from '../question-kind.ts';
import { placed, type ViewAnswer } from './view.ts';

/** A view's type, byte offset and length; the bytes show which ones it would be a window over. */
export function ViewFields(props: FieldsProps<ViewQuestion, ViewAnswer>) {
  const { question, answer, isOpen, problemId, onChange } = props;
  const words = useWords().question;
  const id = useId();
  const view = placed(answer);
  const size = view ? elementBytes[view.type] : 1;
  const elementAt = (address: number): number | null => {
    if (!view || address < view.offset || address >= view.offset + view.length * size) return null;
    return Math.floor((address - view.offset) / size);
  };
  const field = (part: 'offset' | 'length', label: string, index: number) => (
    <p className="number-field view-field needs-js">
      <label htmlFor={`${id}${part}`}>{label}</label>
      <input
        id={`${id}${part}`}
        value={answer[part]}
        disabled={isFixed(props, index)}
        maxLength={100}
        aria-describedby={problemId ?? undefined}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => onChange({ ...answer, [part]: target.value })}
      />
      <Mark grade={shownGrade(props, index)} />
    </p>
  );
  return (
    <>
      <p className="number-field view-field needs-js">
        <label htmlFor={`${id}type`}>{words.view.type}</label>
        <select
          id={`${id}type`}
          value={answer.type}
          disabled={isFixed(props, 0)}
          onChange={({ target }) => onChange({ ...answer, type: target.value as ViewAnswer['type'] })}
        >
          <option value="">{words.choose}</option>
          {Object.keys(elementBytes).map((type) => (
            <option key={type}>{type}</option>
          ))}
        </select>
        <Mark grade={shownGrade(props, 0)} />
      </p>
      {field('offset', words.view.offset, 1)}
      {field('length', words.view.length, 2)}
      <ByteChooser
        memory={question.memory}
        label={words.view.first}
        isMany={false}
        describedBy={`${id}hint`}
        isChosen={(address) => address === view?.offset}
        isFixed={() => !isOpen || isFixed(props, 1)}
        gradeOf={() => 'open'}
        nameOf={(address) => {
          const element = elementAt(address);
          return element === null ? null : words.view.element(element);
        }}
        onChoose={([address]) => address !== undefined && onChange({ ...answer, offset: `0x${address.toString(16)}` })}
      />
      <p className="field-hint" id={`${id}hint`}>
        {view ? words.view.framed(view.length, size) : words.view.hint}
      </p>
    </>
  );
}
