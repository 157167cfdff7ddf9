import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { Question } from '../lesson/question.ts';
import type { SavedAnswer } from '../lesson/saved-work.ts';
import { kindOf } from './kinds.ts';
import type { Grade } from './question-kind.ts';
import './questions.css';

interface QuestionCardProps {
  readonly question: Question;
  /** The question itself, shown. */
  readonly prompt: ReactNode;
  /** Null until it is answered, and on prerendered pages. */
  readonly saved: SavedAnswer | null;
  readonly onAnswer: (answer: SavedAnswer) => void;
}

interface Try {
  readonly answer: unknown;
  readonly grade: Grade | null;
  /** Parts that were right in an earlier try. */
  readonly locked: readonly boolean[];
}

/** One question: fields, a button that grades them, feedback for each wrong choice, and another try at what was wrong. */
export function QuestionCard({ question, prompt, saved, onAnswer }: QuestionCardProps) {
  const kind = kindOf(question);
  const [given, setGiven] = useState<Try | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const shown = given ?? firstTry(question, saved);
  const { answer, grade, locked } = shown;
  const promptId = useId();
  const check = (event: FormEvent) => {
    event.preventDefault();
    const missing = kind.missing(question, answer);
    setProblem(missing);
    if (missing !== null) return;
    const graded = kind.grade(question, answer);
    setGiven({ answer, grade: graded, locked });
    onAnswer({ answer, right: graded.right });
  };
  const tryAgain = () => setGiven({ answer, grade: null, locked: grade?.parts ?? [] });
  return (
    <form className="question" onSubmit={check} aria-labelledby={promptId} data-right={grade?.right}>
      <div id={promptId}>{prompt}</div>
      <kind.Fields
        question={question}
        answer={answer}
        locked={locked}
        grade={grade}
        onChange={(next) => setGiven({ answer: next, grade: null, locked })}
      />
      {!grade && (
        <button type="submit" className="button needs-js">
          Check
        </button>
      )}
      <div role="status" className="question-result">
        {!grade && problem && <p className="problem">{problem}</p>}
        {grade && <Result question={question} grade={grade} />}
      </div>
      {grade && !grade.right && (
        <button type="button" className="button" onClick={tryAgain}>
          Try again
        </button>
      )}
    </form>
  );
}

function Result({ question, grade }: { readonly question: Question; readonly grade: Grade }) {
  const right = grade.parts.filter(Boolean).length;
  const some = grade.parts.length > 1 && right > 0 ? ` ${right} of ${grade.parts.length} parts are right.` : '';
  return (
    <>
      <p className="verdict">{grade.right ? 'Right.' : `Not yet.${some}`}</p>
      {grade.feedback.map((html) => (
        <div key={html} className="feedback" dangerouslySetInnerHTML={{ __html: html }} />
      ))}
      {question.explanation && <div dangerouslySetInnerHTML={{ __html: question.explanation }} />}
    </>
  );
}

/** What was kept is graded anew, so that a lesson that was corrected since grades by what it says now. */
function firstTry(question: Question, saved: SavedAnswer | null): Try {
  const kind = kindOf(question);
  const kept = saved ? kind.restore(question, saved.answer) : null;
  if (kept === null || kind.missing(question, kept) !== null) {
    return { answer: kind.start(question), grade: null, locked: [] };
  }
  return { answer: kept, grade: kind.grade(question, kept), locked: [] };
}
