import type { CompiledLesson, LessonBlock } from '../../playground/lesson/lesson.ts';
import { ChooserBlock } from './chooser-block.tsx';
import { ExerciseBlock } from './exercise-block.tsx';
import type { LabLink } from './lab-link.ts';
import { MeasuredBlock } from './measured-block.tsx';
import { ProgramBlock } from './program-block.tsx';
import { ProseHtml } from './prose-html.tsx';
import { QuizBlock } from './quiz-block.tsx';

interface LessonBlocksProps {
  readonly lesson: CompiledLesson;
  /** The program or exercise that is in the lab. */
  readonly shown: string | null;
  readonly onShow: (link: LabLink) => void;
}

/** The text of a lesson with its programs, questions and exercises, in order. */
export function LessonBlocks({ lesson, shown, onShow }: LessonBlocksProps) {
  return lesson.blocks.map((block, index) => (
    // The blocks of a built lesson never change their order.
    <Block key={index} block={block} lesson={lesson} shown={shown} onShow={onShow} />
  ));
}

interface BlockProps extends LessonBlocksProps {
  readonly block: LessonBlock;
}

function Block({ block, lesson, shown, onShow }: BlockProps) {
  switch (block.kind) {
    case 'prose':
      return <ProseHtml html={block.html} onShow={onShow} />;
    case 'program': {
      const program = lesson.programs.find((each) => each.id === block.program);
      return (
        program && <ProgramBlock program={program} code={block.code} shown={shown === program.id} onShow={onShow} />
      );
    }
    case 'quiz':
      return <QuizBlock slug={lesson.slug} quiz={block.quiz} onShow={onShow} />;
    case 'chooser':
      return <ChooserBlock chooser={block.chooser} onShow={onShow} />;
    case 'measured': {
      const program = lesson.programs.find(({ id }) => id === block.measured.program);
      return program && <MeasuredBlock measured={block.measured} program={program} onShow={onShow} />;
    }
    case 'exercise': {
      const { exercise } = block;
      return (
        <ExerciseBlock
          slug={lesson.slug}
          exercise={exercise}
          code={block.code}
          shown={shown === exercise.id}
          onShow={onShow}
        />
      );
    }
    default:
      return block satisfies never;
  }
}
