import { Check, X } from 'lucide-react';

/** Right or wrong, as a sign and in words. */
export function Mark({ right }: { readonly right: boolean }) {
  return (
    <span className="mark" data-right={right}>
      {right ? <Check aria-hidden="true" /> : <X aria-hidden="true" />}
      {right ? 'right' : 'wrong'}
    </span>
  );
}
