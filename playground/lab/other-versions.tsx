import type { Lab } from './use-lab.ts';

/** Says that another tab changed the program too, and leads to what it had. */
export function OtherVersions({ lab }: { readonly lab: Lab }) {
  const { module, others } = lab.state;
  if (module || others.length === 0) return null;
  const isOne = others.length === 1;
  const forget = () => {
    lab.forgetOthers();
    // The button that was pressed is gone: the lab's first one takes the focus.
    document.querySelector<HTMLElement>('.lab-toolbar button')?.focus();
  };
  return (
    <section className="module-bar" aria-label="Other versions">
      <p role="status">
        You changed this program in another tab too.{' '}
        {isOne ? 'What it had there is kept.' : `${others.length} other versions of it are kept.`}
      </p>
      <button type="button" className="button" onClick={lab.takeOther}>
        {isOne ? 'Show the other version' : 'Show the next version'}
      </button>
      <button type="button" className="button" onClick={forget}>
        Keep only this one
      </button>
    </section>
  );
}
