import type { Project } from '../files/project.ts';
import { justProject, reduceFiles } from './lab-files.ts';
import type { LabProgram } from './lab-program.ts';
import { initialState, type LabState } from './lab-state.ts';
import { breakpointsPath, pixelsPath, type Saved, withSaved } from './saved-lab.ts';

/** More are not kept: by then the oldest are beginnings of newer ones. */
const mostVersions = 8;

/** By what a tab tells its own work on a program from that of others. */
export interface OwnWork {
  /** The texts that it read or kept last: where others are kept now, another tab did that. */
  kept: string;
  /** Versions of its own that another tab may have found: here typing went on from them. */
  readonly earlier: Set<string>;
}

export const ownWork = (saved: Saved): OwnWork => ({ kept: textsOf(saved), earlier: new Set() });

/** All that was typed of what is kept, to be compared; breakpoints and what the pixels panel shows are not. */
export function textsOf(saved: Saved): string {
  const typed = Object.entries(saved).filter(([path]) => path !== breakpointsPath && path !== pixelsPath);
  return JSON.stringify(typed.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * The versions that a tab with `state` must not write over, the newest first: what another tab has kept in `there`, what
 * it had put aside, and what it had found. The program as it was given is none, nor what the tab itself had.
 */
export function otherVersions(there: Saved, state: LabState, program: LabProgram, own: OwnWork): readonly Project[] {
  const other = withSaved(initialState(program), there);
  const found = [other, reduceFiles(other, { kind: 'undone' }), ...other.others].map(justProject);
  own.earlier.add(inOneText(state));
  const seen = new Set([inOneText(program), ...own.earlier]);
  const versions = found.filter((version) => {
    const text = inOneText(version);
    return !seen.has(text) && seen.add(text);
  });
  return versions.slice(0, mostVersions);
}

const inOneText = (project: Project): string => JSON.stringify(justProject(project));
