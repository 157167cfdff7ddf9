import { allFiles } from '../../files/project.ts';
import type { SharedProgram } from '../../files/share-link.ts';
import { type PanelName, panelNames } from '../../lesson/program.ts';
import { formatPixels } from '../../view-model/pixel-settings.ts';
import type { LabStorage } from '../file-actions.ts';
import { justProject } from '../lab-files.ts';
import type { LabProgram } from '../lab-program.ts';
import { initialState, type LabState, reduce } from '../lab-state.ts';
import { savedOf, valuesOf, withSaved } from '../saved-lab.ts';

/** Between a program's own name and what tells one link's from another's. */
const mark = '.link-';

/** The program of the page in whose place a link's is shown; a page's own program is its own. */
const pageProgram = (id: string): string => id.split(mark)[0] ?? id;

/**
 * What came with a link, as a program beside the page's own. It has a name of its own, so that what is typed into it is
 * kept apart from the learner's work; the same link has the same name. Nothing of it is prebuilt: it runs when somebody
 * presses Run.
 */
export function linkedProgram(page: LabProgram, { project, panels, pixels = '' }: SharedProgram): LabProgram {
  return {
    ...page,
    ...project,
    id:
      page.id +
      mark +
      fingerprint(JSON.stringify([allFiles(project).map(({ path, text }) => [path, text]), valuesOf(project)])),
    prebuilt: null,
    panels: panelNames.filter((name) => panels.includes(name)).sort((a, b) => panels.indexOf(a) - panels.indexOf(b)),
    select: null,
    pixels,
  };
}

/** What a link made now shares: the files, the step that is shown if it is one of them, and the panels asked for last. */
export function sharedProgram(state: LabState, program: LabProgram, panels: readonly PanelName[]): SharedProgram {
  const { travel, moment, editedSinceRun, pixels } = state;
  const isStep = moment && travel && moment.step < travel.trace.steps && editedSinceRun.length === 0;
  return {
    program: pageProgram(program.id),
    project: justProject(state),
    step: isStep ? moment.step : null,
    panels: panels.slice(0, panelNames.length),
    ...(pixels && { pixels: formatPixels(pixels) }),
  };
}

/** Puts a link's program, as it was edited here, in the place of the learner's own, which can be brought back. */
export function keepLinked(page: LabProgram, linked: LabProgram, storage: LabStorage): void {
  const own = withSaved(initialState(page), storage.read(page.id));
  const theirs = withSaved(initialState(linked), storage.read(linked.id));
  const kept = reduce(own, { kind: 'replaced', project: justProject(theirs), what: 'program of a link kept' });
  storage.replace(page.id, savedOf(kept, page));
  storage.replace(linked.id, {});
}

/** FNV-1a, 32 bits: it tells apart what one learner opens, and keeps nobody from forging. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
