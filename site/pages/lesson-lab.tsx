import { usualValues } from '../../playground/files/project.ts';
import { LinkedLab } from '../../playground/lab/files/linked-lab.tsx';
import { emptyJavaScript, type LabProgram } from '../../playground/lab/lab-program.ts';
import type { LessonProgram } from '../../playground/lesson/program.ts';
import { labServices } from '../app/lab-services.ts';
import { useSavedFiles } from '../progress/use-saved-work.ts';
import type { LabTarget } from './lab-column.tsx';

interface LessonLabProps {
  readonly slug: string;
  readonly program: LessonProgram;
  readonly target: LabTarget;
  /** The programs and exercises of the lesson. */
  readonly programs: readonly string[];
}

/** The lab with a program of a lesson. Loaded when it is first seen: it brings the editor and the panels. */
export function LessonLab({ slug, program, programs, target }: LessonLabProps) {
  const files = useSavedFiles(slug);
  return (
    <LinkedLab
      programs={programs}
      key={`${program.id} ${program.wasm} ${target.revision}`}
      program={labProgramOf(program)}
      services={labServices()}
      storage={files}
      target={target}
      startStep={program.step ?? null}
    />
  );
}

function labProgramOf(program: LessonProgram): LabProgram {
  const { id, title, files, javascript, settings, input, wasm, panels, select, pixels, needs, breakpoints } = program;
  return {
    id,
    title,
    files,
    scripts: [javascript ?? emptyJavaScript],
    settings,
    input,
    // Input that a lesson gives is all there is; else a program that reads asks for it.
    inputEnds: input !== '',
    argumentLine: program.arguments.join(' '),
    buffer: usualValues.buffer,
    calls: program.calls,
    prebuilt: wasm,
    panels: panels ?? [],
    select,
    ...(pixels !== undefined && { pixels }),
    ...(needs && { needs }),
    ...(breakpoints && { breakpoints }),
  };
}
