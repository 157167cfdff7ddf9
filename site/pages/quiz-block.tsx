import type { Quiz } from '../../playground/lesson/lesson.ts';
import type { Question } from '../../playground/lesson/question.ts';
import type { LabLink } from './lab-link.ts';
import { ProseHtml } from './prose-html.tsx';

interface QuizBlockProps {
  readonly slug: string;
  readonly quiz: Quiz;
  readonly onShow: (link: LabLink) => void;
}

/** The questions of a quiz. */
export function QuizBlock({ quiz, onShow }: QuizBlockProps) {
  return (
    <section className="quiz" id={quiz.id} aria-labelledby={`${quiz.id}-title`}>
      <h2 id={`${quiz.id}-title`}>{quiz.title}</h2>
      <ol className="questions">
        {quiz.questions.map((question) => (
          <li key={question.id} id={question.id}>
            <ProseHtml html={question.prompt} onShow={onShow} />
            <Choices question={question} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Choices({ question }: { readonly question: Question }) {
  if (question.kind !== 'choice' && question.kind !== 'choices') return null;
  return (
    <ul>
      {question.options.map((option) => (
        <li key={option.html} dangerouslySetInnerHTML={{ __html: option.html }} />
      ))}
    </ul>
  );
}
