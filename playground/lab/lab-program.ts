import type { SourceFile } from '../compiler/compilation.ts';
import type { Project } from '../files/project.ts';
import type { LessonBreakpoint } from '../lesson/breakpoint.ts';
import { scriptPath } from '../lesson/edited-files.ts';
import type { HostFeature } from '../lesson/host-features.ts';
import type { ExportCall, PanelName, Selection } from '../lesson/program.ts';

/** What the lab opens: a lesson's program, an exercise's starter, or the learner's own. The first file is shown first. */
export interface LabProgram extends Project {
  readonly id: string;
  readonly title: string;
  /** Exports called after the JavaScript, as the text describes it. */
  readonly calls: readonly ExportCall[];
  /** Address of the module that these very files compile to; null when there is none. */
  readonly prebuilt: string | null;
  /** The panels that matter, the first one most; empty for the lab's own order. */
  readonly panels: readonly PanelName[];
  /** What is selected once there is memory to show. */
  readonly select: Selection | null;
  /** What the pixels panel shows: `picture, 64x48, rgba8`. It guesses where that is left out. */
  readonly pixels?: string;
  /** Stops that are set before anybody sets one; none where that is left out. */
  readonly breakpoints?: readonly LessonBreakpoint[];
  /** Features of the browser that it cannot do without. */
  readonly needs?: readonly HostFeature[];
}

/** What the text beside the lab asks it to show; `request` rises with each request. */
export interface LabTarget {
  readonly select: Selection | null;
  readonly panel: PanelName | null;
  /** Where the cursor goes; without a request, whose file is in front at first. */
  readonly place: { readonly path: string; readonly line: number } | null;
  /** Where to stand in a run of the program as it is now. */
  readonly moment?: LabMoment | null;
  readonly request: number;
}

/** A step of a run, after which more exports are called, and the panel that shows what matters there; null for what is open. */
export interface LabMoment {
  readonly step: number;
  readonly panel: PanelName | null;
  readonly calls: readonly ExportCall[];
}

/** A line of a file to which the cursor goes; `request` rises with each request. */
export interface LabPlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly request: number;
}

export const emptyJavaScript: SourceFile = {
  path: scriptPath,
  text: '// `memory` and `exports` belong to the running program. Try:\n// console.log(new Uint8Array(memory.buffer).length);\n',
};
