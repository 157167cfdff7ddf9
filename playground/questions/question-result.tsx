import { CircleCheck, CircleX } from 'lucide-react';
import type { Html } from '../lesson/html.ts';
import { useWords } from '../words/use-words.tsx';
import { HtmlParagraphs, HtmlText } from './html-text.tsx';
import type { Grade } from './question-kind.ts';

interface QuestionResultProps {
  readonly grade: Grade;
  readonly explanation: Html | null;
}

/** What a check found: right or not, how far, why, and what the question is about. */
export function QuestionResult({ grade, explanation }: QuestionResultProps) {
  const { right, summary, remarks } = grade;
  const { isRight, isWrong } = useWords().question;
  return (
    <div className="question-result" data-grade={right ? 'right' : 'wrong'}>
      <p className="verdict" tabIndex={-1}>
        {right ? <CircleCheck aria-hidden="true" /> : <CircleX aria-hidden="true" />}
        <span>{right ? isRight : `${isWrong} ${summary}`}</span>
      </p>
      {remarks.map(({ about, html }, index) => (
        // The remarks of one check never change their order.
        <div className="remark" key={index}>
          {about && (
            <p className="remark-about">
              <HtmlText html={about} />
            </p>
          )}
          <HtmlParagraphs html={html} />
        </div>
      ))}
      {explanation && <HtmlParagraphs html={explanation} />}
    </div>
  );
}
