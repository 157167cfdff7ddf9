import type { LabMoment } from '../../playground/lab/lab-program.ts';
import type { PanelName, Selection } from '../../playground/lesson/program.ts';
import { parseSelection } from '../../playground/lesson/selection.ts';

/** What a link in the text wants to see in the lab. */
export interface LabLink {
  /** A program's or an exercise's id. */
  readonly program: string;
  readonly select: Selection | null;
  readonly panel: PanelName | null;
  readonly place: { readonly path: string; readonly line: number } | null;
  /** Where to stand in a run of the program as it is now. */
  readonly moment?: LabMoment | null;
  /** The program's files were replaced from outside: the lab reads them anew. */
  readonly isReplaced?: boolean;
}

/** Reads the attributes that the lesson build gave a `:see`; null for other links. */
export function readLabLink(data: DOMStringMap): LabLink | null {
  if (data.program === undefined) return null;
  return {
    program: data.program,
    select: data.select === undefined ? null : parseSelection(data.select),
    panel: (data.panel ?? null) as PanelName | null,
    moment:
      data.step === undefined
        ? null
        : { step: Number(data.step), panel: (data.panel ?? null) as PanelName | null, calls: [] },
    place: data.line === undefined ? null : { path: data.file ?? '', line: Number(data.line) },
  };
}
