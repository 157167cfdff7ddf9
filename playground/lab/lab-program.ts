import type { SourceFile } from '../compiler/compilation.ts';
import type { Project } from '../files/project.ts';
import { scriptPath } from '../lesson/edited-files.ts';
import { type ExportCall, panelNames as lessonPanels, type PanelName, type Selection } from '../lesson/program.ts';

/** What the lab opens: a lesson's program, an exercise's starter, or the learner's own. The first file is shown first. */
export interface LabProgram extends Project {
  readonly id: string;
  readonly title: string;
  /** Exports called after the JavaScript, as the text describes it. */
  readonly calls: readonly ExportCall[];
  /** Address of the module that these very files compile to; null when there is none. */
  readonly prebuilt: string | null;
  /** The panels that matter, the first one most; empty for the lab's own order. */
  readonly panels: readonly LabPanel[];
  /** What is selected once there is memory to show. */
  readonly select: Selection | null;
  /** What the pixels panel shows: `picture, 64x48, rgba8`. It guesses where that is left out. */
  readonly pixels?: string;
}

/** What the text beside the lab asks it to show; `request` rises with each request. */
export interface LabTarget {
  readonly select: Selection | null;
  readonly panel: PanelName | null;
  readonly place: { readonly path: string; readonly line: number } | null;
  readonly request: number;
}

/** A line of a file to which the cursor goes; `request` rises with each request. */
export interface LabPlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly request: number;
}

/** A lesson's panels, and those that only the lab has. */
export const panelNames = [...lessonPanels, 'glue', 'call'] as const;
export type LabPanel = (typeof panelNames)[number];

export const emptyJavaScript: SourceFile = {
  path: scriptPath,
  text: '// `memory` and `exports` belong to the running program. Try:\n// console.log(new Uint8Array(memory.buffer).length);\n',
};
