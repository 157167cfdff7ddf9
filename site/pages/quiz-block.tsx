import type { Quiz } from '../../playground/lesson/lesson.ts';
import type { Question } from '../../playground/lesson/question.ts';
import { isAnsweredRight } from '../../playground/questions/attempt.ts';
import { QuestionCard } from '../../playground/questions/question-card.tsx';
import { useWords } from '../../playground/words/use-words.tsx';
import { useLessonProgress } from '../progress/progress-context.tsx';
import { useSavedAnswer } from '../progress/use-saved-work.ts';
import type { LabLink } from './lab-link.ts';
import { useProseLinks } from './prose-html.tsx';

interface QuizBlockProps {
  readonly slug: string;
  readonly quiz: Quiz;
  readonly onShow: (link: LabLink) => void;
}

/** The questions of a quiz, and how many of them are answered right. */
export function QuizBlock({ slug, quiz, onShow }: QuizBlockProps) {
  const words = useWords().quiz;
  const { answers } = useLessonProgress(slug);
  const follow = useProseLinks(onShow);
  const right = quiz.questions.filter((question) => isAnsweredRight(question, answers[question.id] ?? null)).length;
  return (
    // Prompts, answers and feedback hold links, which take the keyboard; this element only listens for what they do.
    // biome-ignore lint/a11y/useKeyWithClickEvents: a link's Enter is a click
    <section className="quiz" id={quiz.id} aria-labelledby={`${quiz.id}-title`} onClick={follow}>
      <header className="block-header">
        <h2 id={`${quiz.id}-title`}>{quiz.title}</h2>
        <p className="quiz-progress needs-js">{words.right(right, quiz.questions.length)}</p>
      </header>
      <p className="without-js">{words.withoutScript}</p>
      <ol className="questions">
        {quiz.questions.map((question) => (
          <li key={question.id} id={question.id}>
            <AskedQuestion slug={slug} question={question} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function AskedQuestion({ slug, question }: { readonly slug: string; readonly question: Question }) {
  const [saved, save] = useSavedAnswer(slug, question.id);
  return <QuestionCard question={question} saved={saved} onAnswer={save} />;
}
