import { Lab } from '../../playground/lab/lab.tsx';
import { emptyJavaScript, type LabProgram } from '../../playground/lab/lab-program.ts';
import type { LessonProgram } from '../../playground/lesson/program.ts';
import { labServices } from '../app/lab-services.ts';
import { useSavedFiles } from '../progress/use-saved-work.ts';
import type { LabTarget } from './lab-column.tsx';

interface LessonLabProps {
  readonly slug: string;
  readonly program: LessonProgram;
  readonly target: LabTarget;
}

/** The lab with a program of a lesson. Loaded when it is first seen: it brings the editor and the panels. */
export function LessonLab({ slug, program, target }: LessonLabProps) {
  const files = useSavedFiles(slug);
  return (
    <Lab
      key={`${program.id} ${target.revision}`}
      program={labProgramOf(program)}
      services={labServices()}
      storage={files}
      target={target}
    />
  );
}

function labProgramOf(program: LessonProgram): LabProgram {
  const { id, title, files, javascript, settings, input, wasm, panels, select } = program;
  return {
    id,
    title,
    files,
    javascript: javascript ?? emptyJavaScript,
    settings,
    input,
    arguments: program.arguments,
    calls: program.calls,
    prebuilt: wasm,
    panels: panels ?? [],
    select,
  };
}
