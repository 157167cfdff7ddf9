import type { CompiledLesson } from '../../playground/lesson/lesson.ts';
import type { LabLink } from './lab-link.ts';
import { ProgramCode } from './program-block.tsx';

/** What the lab shows; `request` rises with each request. */
export interface LabTarget extends LabLink {
  readonly request: number;
}

interface LabColumnProps {
  readonly lesson: CompiledLesson;
  readonly target: LabTarget;
}

/** The lab beside the text. Until it has woken, the program's code stands in its place. */
export function LabColumn({ lesson, target }: LabColumnProps) {
  const code = lesson.blocks.flatMap((block) => {
    if (block.kind === 'program' && block.program === target.program) return [block.code];
    return block.kind === 'exercise' && block.exercise.id === target.program ? [block.code] : [];
  })[0];
  return (
    <aside className="lab-column" aria-label="Lab">
      {code && <ProgramCode html={code} />}
    </aside>
  );
}
