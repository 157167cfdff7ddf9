import { Suspense, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { CompiledLesson, Course } from '../../playground/lesson/lesson.ts';
import type { SavedAnswer } from '../../playground/lesson/saved-work.ts';
import { isChecked } from '../../playground/questions/attempt.ts';
import { QuestionCard } from '../../playground/questions/question-card.tsx';
import { useLesson } from '../app/lesson-loader.ts';
import { PageLink } from '../app/navigation.tsx';
import { routeAddress } from '../app/route.ts';
import { dueQuestions, type PlacedQuestion } from '../progress/due-questions.ts';
import { useProgressState } from '../progress/progress-context.tsx';
import { dayOf } from '../progress/review-schedule.ts';
import { useReviewed } from '../progress/use-saved-work.ts';
import { useProseLinks } from './prose-html.tsx';

/** Questions of one session: more would be no review but an examination. */
const most = 12;

/** Questions that were once answered wrong and are due again, of all lessons, to be answered here. */
export function ReviewPage({ course }: { readonly course: Course }) {
  const isReady = useProgressState((state) => state.ready);
  return (
    <div className="page prose">
      <h1>Review</h1>
      <p>
        A question that you answered wrong comes back: on the same day, then after 1, 3, 7 and 21 days, as long as you
        answer it right. A wrong answer begins that anew.
      </p>
      {isReady && <Session course={course} />}
    </div>
  );
}

function Session({ course }: { readonly course: Course }) {
  const progress = useProgressState((state) => state.lessons);
  const lessons = course.parts.flatMap((part) => part.lessons);
  const isKnown = ({ slug, question }: PlacedQuestion): boolean =>
    lessons.some((lesson) => lesson.slug === slug && lesson.questions.includes(question));
  // What was answered stays on the page until one leaves it.
  const [session, setSession] = useState(() =>
    dueQuestions(progress, dayOf(new Date())).filter(isKnown).slice(0, most),
  );
  const list = useRef<HTMLOListElement>(null);
  const left = dueQuestions(progress, dayOf(new Date())).filter(isKnown);
  const isDone = session.every((asked) => !left.some((due) => isSame(due, asked)));
  if (session.length === 0) {
    return (
      <p>
        Nothing is due today. Questions that you answer wrong in a lesson will be here.{' '}
        <PageLink to="">To the overview</PageLink>
      </p>
    );
  }
  const goOn = () => {
    setSession(left.slice(0, most));
    // The button that was pressed is gone.
    list.current?.focus();
  };
  return (
    <>
      <ol className="questions" ref={list} tabIndex={-1} aria-label="Questions that are due">
        {session.map(({ slug, question }) => (
          <li key={`${slug} ${question}`}>
            {/* Each waits for its own lesson: the page stays, and with it the focus. */}
            <Suspense fallback={<p className="loading">Loading the question…</p>}>
              <ReviewedQuestion slug={slug} id={question} />
            </Suspense>
          </li>
        ))}
      </ol>
      <p role="status">
        {isDone &&
          (left.length === 0
            ? 'That was all for today.'
            : `${left.length} more ${left.length === 1 ? 'is' : 'are'} due today.`)}
      </p>
      {isDone && left.length > 0 && (
        <button type="button" className="button primary" onClick={goOn}>
          Go on
        </button>
      )}
    </>
  );
}

const isSame = (one: PlacedQuestion, other: PlacedQuestion): boolean =>
  one.slug === other.slug && one.question === other.question;

/** A question of a lesson that may still have to be loaded. */
function ReviewedQuestion({ slug, id }: { readonly slug: string; readonly id: string }) {
  const lesson = useLesson(slug);
  // Other hooks are the next component's: React loses count of those that stand behind one that waits.
  return lesson && <AskedAgain lesson={lesson} slug={slug} id={id} />;
}

interface AskedAgainProps {
  readonly lesson: CompiledLesson;
  readonly slug: string;
  readonly id: string;
}

function AskedAgain({ lesson, slug, id }: AskedAgainProps) {
  const review = useReviewed();
  const [, navigate] = useLocation();
  const follow = useProseLinks(({ program }) => navigate(`/${routeAddress({ page: 'lesson', slug })}#${program}`));
  // The answer of the lesson is not shown: it is asked anew.
  const [saved, setSaved] = useState<SavedAnswer | null>(null);
  const question = lesson.blocks
    .flatMap((block) => (block.kind === 'quiz' ? block.quiz.questions : []))
    .find((each) => each.id === id);
  if (!question) return null;
  const answer = (next: SavedAnswer): void => {
    setSaved(next);
    if (isChecked(next)) review(slug, id, next);
  };
  return (
    <>
      <p className="facts">
        From lesson {lesson.number},{' '}
        <PageLink to={`${routeAddress({ page: 'lesson', slug })}#${id}`}>{lesson.frontMatter.title}</PageLink>
      </p>
      {/* Prompts and feedback hold links, which take the keyboard; this element only listens for what they do. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: clicks come from links */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link's Enter is a click */}
      <div onClick={follow}>
        <QuestionCard question={question} saved={saved} onAnswer={answer} />
      </div>
    </>
  );
}
