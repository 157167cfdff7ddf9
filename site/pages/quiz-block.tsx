import type { Quiz } from '../../playground/lesson/lesson.ts';
import type { Question } from '../../playground/lesson/question.ts';
import { QuestionCard } from '../../playground/questions/question-card.tsx';
import { useLessonProgress } from '../progress/progress-context.tsx';
import { useSavedAnswer } from '../progress/use-saved-work.ts';
import type { LabLink } from './lab-link.ts';
import { ProseHtml } from './prose-html.tsx';

interface QuizBlockProps {
  readonly slug: string;
  readonly quiz: Quiz;
  readonly onShow: (link: LabLink) => void;
}

/** The questions of a quiz, and how many of them are answered right. */
export function QuizBlock({ slug, quiz, onShow }: QuizBlockProps) {
  const { answers } = useLessonProgress(slug);
  const right = quiz.questions.filter(({ id }) => answers[id]?.right).length;
  return (
    <section className="quiz" id={quiz.id} aria-labelledby={`${quiz.id}-title`}>
      <header className="block-header">
        <h2 id={`${quiz.id}-title`}>{quiz.title}</h2>
        <p className="quiz-progress">
          {right} of {quiz.questions.length} right
        </p>
      </header>
      <noscript>
        <p>Answering needs JavaScript: answers are graded in this page.</p>
      </noscript>
      <ol className="questions">
        {quiz.questions.map((question) => (
          <li key={question.id} id={question.id}>
            <AskedQuestion slug={slug} question={question} onShow={onShow} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface AskedQuestionProps {
  readonly slug: string;
  readonly question: Question;
  readonly onShow: (link: LabLink) => void;
}

function AskedQuestion({ slug, question, onShow }: AskedQuestionProps) {
  const [saved, save] = useSavedAnswer(slug, question.id);
  const prompt = <ProseHtml html={question.prompt} onShow={onShow} />;
  return <QuestionCard question={question} prompt={prompt} saved={saved} onAnswer={save} />;
}
