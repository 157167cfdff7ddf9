import type { Bug, BugChange } from '../../playground/lesson/bug.ts';

interface BugAnswerProps {
  readonly bug: Bug;
  /** Whether the fixed program is in the lab. */
  readonly isFixedShown: boolean;
  readonly onShow: (isFixed: boolean) => void;
}

/** Why it goes wrong, what mends it, and the fixed program to run. */
export function BugAnswer({ bug, isFixedShown, onShow }: BugAnswerProps) {
  return (
    <section className="bug-answer" aria-labelledby="bug-cause">
      <h2 id="bug-cause">What happens</h2>
      <div dangerouslySetInnerHTML={{ __html: bug.cause }} />
      <h2 id="bug-fix">What mends it</h2>
      {bug.changes.map((change) => (
        <Change key={`${change.path} ${change.line}`} change={change} />
      ))}
      <p className="actions">
        <button type="button" className="button" aria-pressed={isFixedShown} onClick={() => onShow(!isFixedShown)}>
          {isFixedShown ? 'Back to the program with the bug' : 'Run the fixed program'}
        </button>
      </p>
      <p role="status">{isFixedShown ? 'The fixed program is in the lab: nothing wrong is found in it.' : ''}</p>
    </section>
  );
}

function Change({ change }: { readonly change: BugChange }) {
  const { path, line, before, after } = change;
  return (
    <figure className="file">
      <figcaption>
        {path}, line {line}
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: code that scrolls must be reachable by keyboard */}
      <pre className="code" tabIndex={0}>
        {before.filter(isWritten).map((text, index) => (
          // Lines of a text never change their order.
          <del key={index}>{`− ${text}\n`}</del>
        ))}
        {after.filter(isWritten).map((text, index) => (
          <ins key={index}>{`+ ${text}\n`}</ins>
        ))}
      </pre>
    </figure>
  );
}

/** An empty line that came or went mends nothing. */
const isWritten = (text: string): boolean => text.trim() !== '';
