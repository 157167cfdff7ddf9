import { type FormEvent, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Question } from '../lesson/question.ts';
import type { SavedAnswer } from '../lesson/saved-work.ts';
import { useWords } from '../words/use-words.tsx';
import { check, enter, readAttempt, tryAgain } from './attempt.ts';
import { HtmlParagraphs } from './html-text.tsx';
import { kindOf } from './kinds.ts';
import { QuestionResult } from './question-result.tsx';
import './questions.css';

interface QuestionCardProps {
  readonly question: Question;
  /** Null until it is answered, and on prerendered pages. */
  readonly saved: SavedAnswer | null;
  /** Called for every change and every check: what is given here is expected back as `saved`. */
  readonly onAnswer: (answer: SavedAnswer) => void;
}

/** Where the arrows of a byte chooser begin. */
const currentByte = '.fields [role="option"][tabindex="0"]';

/** One question: fields, a button that grades them, feedback for each wrong choice, and another try at what was wrong. */
export function QuestionCard({ question, saved, onAnswer }: QuestionCardProps) {
  const kind = kindOf(question);
  const words = useWords().question;
  const attempt = readAttempt(question, saved, words);
  const { answer, grade, isOpen } = attempt;
  const [problem, setProblem] = useState<string | null>(null);
  const [presses, setPresses] = useState(0);
  const [isUsed, setUsed] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const focus = (selector: string): void => form.current?.querySelector<HTMLElement>(selector)?.focus();

  const press = (event: FormEvent): void => {
    event.preventDefault();
    if (grade?.right) return;
    setPresses(presses + 1);
    if (!isOpen) {
      flushSync(() => onAnswer(tryAgain(attempt)));
      focus(`.fields :is(input, select, button):not(:disabled, [aria-disabled="true"]), ${currentByte}`);
      return;
    }
    const missing = kind.missing(question, answer, words);
    setProblem(missing);
    if (missing !== null) return;
    const graded = check(question, attempt);
    flushSync(() => onAnswer(graded));
    // What had the focus may be disabled or gone.
    focus(graded.right ? '.verdict' : '[type="submit"]');
  };
  const change = (next: unknown): void => {
    setProblem(null);
    onAnswer(enter(attempt, next));
  };
  return (
    <form
      ref={form}
      className="question"
      data-grade={grade && (grade.right ? 'right' : 'wrong')}
      onSubmit={press}
      onFocus={() => setUsed(true)}
      noValidate
    >
      <div role="group" aria-labelledby={`${id}prompt`}>
        <HtmlParagraphs html={question.prompt} id={`${id}prompt`} />
        <div className="fields">
          <kind.Fields
            question={question}
            answer={answer}
            grade={grade}
            isOpen={isOpen}
            problemId={problem === null ? null : `${id}problem`}
            onChange={change}
          />
        </div>
      </div>
      {/* What was kept comes back silently; only what the learner does here is announced. */}
      <div role="status" aria-live={isUsed ? 'polite' : 'off'}>
        {problem !== null && (
          <p className="problem" id={`${id}problem`} key={presses}>
            {problem}
          </p>
        )}
        {problem === null && grade && (
          <QuestionResult key={presses} grade={grade} explanation={grade.right ? question.explanation : null} />
        )}
      </div>
      {!grade?.right && (
        <button type="submit" className="button needs-js">
          {isOpen ? words.check : words.again}
        </button>
      )}
    </form>
  );
}
