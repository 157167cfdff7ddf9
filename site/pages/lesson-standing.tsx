import { CircleCheck } from 'lucide-react';
import type { CompiledLesson } from '../../playground/lesson/lesson.ts';
import { useWords } from '../../playground/words/use-words.tsx';
import { useLessonProgress } from '../progress/progress-context.tsx';

/** Whether the lesson is complete, and what is missing. */
export function LessonStanding({ lesson }: { readonly lesson: CompiledLesson }) {
  const { language, lesson: words, exercise } = useWords();
  const { answers, exercises } = useLessonProgress(lesson.slug);
  const tasks = lesson.blocks.flatMap((block) => {
    if (block.kind === 'exercise') {
      const { id, title } = block.exercise;
      return [{ id, title: exercise.title(title), isDone: exercises[id]?.passed === true }];
    }
    if (block.kind !== 'quiz') return [];
    const open = block.quiz.questions.filter(({ id }) => answers[id]?.right !== true);
    const { title, questions } = block.quiz;
    const left = words.questionsLeft(title, open.length, questions.length);
    return [{ id: open[0]?.id ?? '', title: left, isDone: open.length === 0 }];
  });
  const missing = tasks.filter(({ isDone }) => !isDone);
  if (tasks.length === 0) return null;
  return (
    <section
      lang={language}
      className="standing needs-js"
      aria-labelledby="standing"
      data-state={missing.length === 0 ? 'complete' : 'open'}
    >
      <h2 id="standing">{missing.length === 0 ? words.complete : words.missing}</h2>
      {missing.length === 0 ? (
        <p>
          <CircleCheck aria-hidden="true" /> {words.allDone}
        </p>
      ) : (
        <ul>
          {missing.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
