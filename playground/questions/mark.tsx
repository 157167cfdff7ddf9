import { Check, X } from 'lucide-react';
import type { PartGrade } from './question-kind.ts';

/** Right or wrong, as a sign and in a word. */
export function Mark({ grade }: { readonly grade: PartGrade }) {
  if (grade === 'open') return null;
  return (
    <span className="mark" data-grade={grade}>
      {grade === 'right' ? <Check aria-hidden="true" /> : <X aria-hidden="true" />}
      {grade}
    </span>
  );
}
