import { useId } from 'react';
import type { PointQuestion } from '../../lesson/question.ts';
import { useWords } from '../../words/use-words.tsx';
import { ByteChooser } from '../byte-chooser.tsx';
import type { FieldsProps } from '../question-kind.ts';
import { shownAddresses } from '../shown-addresses.ts';
import type { PointAnswer } from './point.ts';

/** The bytes, the pointer's own marked among them; one is chosen as its target. */
export function PointFields({ question, answer, grade, isOpen, onChange }: FieldsProps<PointQuestion, PointAnswer>) {
  const { memory, pointer } = question;
  const words = useWords().question;
  const hintId = useId();
  const addresses = shownAddresses(memory);
  const isPointer = (address: number): boolean =>
    address >= pointer.address && address < pointer.address + pointer.size;
  return (
    <>
      <ByteChooser
        memory={memory}
        label={words.point.label}
        isMany={false}
        describedBy={hintId}
        arrow={answer === null ? null : { from: pointer.address, to: answer }}
        isChosen={(address) => address === answer}
        isFixed={() => !isOpen}
        gradeOf={(address) => grade?.parts[addresses.indexOf(address)] ?? 'open'}
        nameOf={(address) => (isPointer(address) ? words.point.pointer : null)}
        onChoose={([address = null]) => onChange(address)}
      />
      <p className="field-hint" id={hintId}>
        {words.point.hint}
      </p>
    </>
  );
}
