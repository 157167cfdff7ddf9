import './module-door.css';

interface OtherVersionsProps {
  /** What was changed: `program`, `lesson`. */
  readonly what: string;
  /** How many versions of it are kept beside the one that is shown. */
  readonly count: number;
  /** Shows the newest of them. */
  readonly onTake: () => void;
  readonly onForget: () => void;
}

/** Says that another tab changed the same, and leads to what it had. */
export function OtherVersions({ what, count, onTake, onForget }: OtherVersionsProps) {
  if (count === 0) return null;
  const isOne = count === 1;
  return (
    <section className="module-bar" aria-label="Other versions">
      <p role="status">
        You changed this {what} in another tab too.{' '}
        {isOne ? 'What it had there is kept.' : `${count} other versions of it are kept.`}
      </p>
      <button type="button" className="button" onClick={onTake}>
        {isOne ? 'Show the other version' : 'Show the next version'}
      </button>
      <button type="button" className="button" onClick={onForget}>
        Keep only this one
      </button>
    </section>
  );
}
