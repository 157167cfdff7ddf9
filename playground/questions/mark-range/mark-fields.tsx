import { useId } from 'react';
import type { MarkQuestion } from '../../lesson/question.ts';
import { useWords } from '../../words/use-words.tsx';
import { ByteChooser } from '../byte-chooser.tsx';
import { type FieldsProps, isFixed, shownGrade } from '../question-kind.ts';
import { shownAddresses } from '../shown-addresses.ts';
import type { MarkAnswer } from './mark-range.ts';

/** The bytes, of which any number can be marked. */
export function MarkFields(props: FieldsProps<MarkQuestion, MarkAnswer>) {
  const { question, answer, onChange } = props;
  const words = useWords().question;
  const hintId = useId();
  const addresses = shownAddresses(question.memory);
  return (
    <>
      <ByteChooser
        memory={question.memory}
        label={words.mark.label}
        isMany
        describedBy={hintId}
        isChosen={(address) => answer.includes(address)}
        isFixed={(address) => isFixed(props, addresses.indexOf(address))}
        gradeOf={(address) => shownGrade(props, addresses.indexOf(address))}
        onChoose={(chosen, isChosen) => {
          const others = answer.filter((address) => !chosen.includes(address));
          onChange(isChosen ? [...others, ...chosen] : others);
        }}
      />
      <p className="field-hint" id={hintId}>
        {words.mark.hint(answer.length)}
      </p>
    </>
  );
}
