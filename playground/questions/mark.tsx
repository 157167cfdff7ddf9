import { Check, X } from 'lucide-react';
import { useWords } from '../words/use-words.tsx';
import type { PartGrade } from './question-kind.ts';

/** Right or wrong, as a sign and in a word. */
export function Mark({ grade }: { readonly grade: PartGrade }) {
  const { marks } = useWords().question;
  if (grade === 'open') return null;
  return (
    <span className="mark" data-grade={grade}>
      {grade === 'right' ? <Check aria-hidden="true" /> : <X aria-hidden="true" />}
      {marks[grade]}
    </span>
  );
}
