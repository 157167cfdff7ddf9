import { useEffect, useId, useState } from 'react';
import { QuestionCard } from '../questions/question-card.tsx';
import { lastSeed, type Practice } from './use-practice.ts';
import './practice-panel.css';

/** Questions about the recorded run, one after the other, as many as one wants. A number asks the same one again. */
export function PracticePanel({ practice }: { readonly practice: Practice }) {
  const { current, answer, isChecked, score, notice, onGo } = practice;
  const asked = current?.seed ?? 1;
  const [seed, setSeed] = useState(asked);
  useEffect(() => setSeed(asked), [asked]);
  const id = useId();
  if (!practice.isReady) return <p className="empty">Run the program: then there is something to ask about it.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="practice-panel" aria-label="Practice" tabIndex={0}>
      <form
        className="practice-bar"
        onSubmit={(event) => {
          event.preventDefault();
          void (current && seed === asked ? practice.askAnother() : practice.ask(seed));
        }}
      >
        <button type="submit" className="button">
          {current ? 'Another question' : 'Ask me about this run'}
        </button>
        <label htmlFor={`${id}seed`}>Number</label>
        <input
          id={`${id}seed`}
          type="number"
          min={1}
          max={lastSeed}
          value={seed}
          aria-describedby={`${id}hint`}
          onChange={({ target }) => setSeed(Math.min(lastSeed, Math.max(1, Math.trunc(target.valueAsNumber) || 1)))}
        />
        <span className="practice-hint" id={`${id}hint`}>
          The same number asks the same question of the same run.
        </span>
      </form>
      <div role="status">
        {notice !== null && <p>{notice}</p>}
        {score.all > 0 && (
          <p>
            {score.right} of {score.all} right at once.
          </p>
        )}
      </div>
      {current && (
        <>
          <QuestionCard key={current.seed} question={current.question} saved={answer} onAnswer={practice.keep} />
          <p className="practice-moves">
            <button type="button" className="button" onClick={() => onGo(current.step)}>
              Stand at step {current.step}
            </button>
            {isChecked && current.reveal !== current.step && (
              <button type="button" className="button" onClick={() => onGo(current.reveal)}>
                See it happen: step {current.reveal}
              </button>
            )}
          </p>
        </>
      )}
    </section>
  );
}
