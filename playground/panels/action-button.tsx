import type { ComponentProps } from 'react';

interface ActionButtonProps extends Omit<ComponentProps<'button'>, 'disabled' | 'onClick'> {
  /** Whether it can do nothing now. */
  readonly isOff: boolean;
  /** What it is like; a plain button with words when left out. */
  readonly look?: 'primary' | 'icon';
  /** What it does; one of a form submits that, and not while it is off. */
  readonly onPress?: () => void;
}

const looks = { primary: 'button primary', icon: 'icon-button' } as const;

/** A button that can be off for a while. It is not `disabled`, for then who pressed it by keyboard would lose the focus. */
export function ActionButton({ isOff, look, onPress, className = '', ...others }: ActionButtonProps) {
  return (
    <button
      type="button"
      {...others}
      className={`${look ? looks[look] : 'button'} ${className}`.trim()}
      aria-disabled={isOff}
      onClick={(event) => (isOff ? event.preventDefault() : onPress?.())}
    />
  );
}
