import { useId } from 'react';
import type { PointQuestion } from '../../lesson/question.ts';
import { ByteChooser } from '../byte-chooser.tsx';
import type { FieldsProps } from '../question-kind.ts';
import { shownAddresses } from '../shown-addresses.ts';
import type { PointAnswer } from './point.ts';

/** The bytes, the pointer's own marked among them; one is chosen as its target. */
export function PointFields({ question, answer, grade, isOpen, onChange }: FieldsProps<PointQuestion, PointAnswer>) {
  const { memory, pointer } = question;
  const hintId = useId();
  const addresses = shownAddresses(memory);
  const isPointer = (address: number): boolean =>
    address >= pointer.address && address < pointer.address + pointer.size;
  return (
    <>
      <ByteChooser
        memory={memory}
        label="Target"
        isMany={false}
        describedBy={hintId}
        arrow={answer === null ? null : { from: pointer.address, to: answer }}
        isChosen={(address) => address === answer}
        isFixed={() => !isOpen}
        gradeOf={(address) => grade?.parts[addresses.indexOf(address)] ?? 'open'}
        nameOf={(address) => (isPointer(address) ? 'the pointer' : null)}
        onChoose={([address = null]) => onChange(address)}
      />
      <p className="field-hint" id={hintId}>
        The framed bytes are the pointer, lowest address first. Press the byte that it points at; with the keyboard,
        arrows move and the space bar chooses.
      </p>
    </>
  );
}
