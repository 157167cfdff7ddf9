import type { ReactNode } from 'react';

interface LabButtonProps {
  /** Whether it can do nothing now. */
  readonly isOff: boolean;
  readonly isPrimary?: boolean;
  readonly title?: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** A button that can be off for a while. It is not `disabled`, for then who pressed it by keyboard would lose the focus. */
export function LabButton({ isOff, isPrimary = false, title, onPress, children }: LabButtonProps) {
  return (
    <button
      type="button"
      className={isPrimary ? 'button primary' : 'button'}
      aria-disabled={isOff}
      title={title}
      onClick={() => isOff || onPress()}
    >
      {children}
    </button>
  );
}
