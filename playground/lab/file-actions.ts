import type { RefObject } from 'react';
import { allFiles, type Project, type RunValues } from '../files/project.ts';
import { type FilesEvent, justProject } from './lab-files.ts';
import type { LabProgram } from './lab-program.ts';
import type { LabEvent, LabState } from './lab-state.ts';
import { type OwnWork, otherVersions, textsOf } from './other-tabs.ts';
import { savedOf, valuesOf, valuesPath } from './saved-lab.ts';

/** Where edited files are kept between visits. */
export interface LabStorage {
  read(program: string): Readonly<Record<string, string>>;
  write(program: string, path: string, text: string | null): void;
  /** Keeps these, and nothing else of the program. */
  replace(program: string, files: Readonly<Record<string, string>>): void;
  /**
   * A lab shows the program: `keep` is called before somebody else on the page reads its files. Gives what ends that.
   */
  shown?(program: string, keep: () => void): () => void;
}

/** What one can do with the files of a program. All of it is kept at once. */
export interface FileActions {
  edit(path: string, text: string): void;
  /** The name must be a good one: see `fileNameProblem`. */
  addFile(path: string): void;
  /** The same is true of the new name. */
  renameFile(path: string, to: string): void;
  moveFile(path: string, by: -1 | 1): void;
  /** `undo` brings it back. */
  removeFile(path: string): void;
  /** Makes one file again what the program's author wrote. */
  resetFile(path: string): void;
  resetFiles(): void;
  /** Puts another project in place of the files; `what` says how that came about. */
  replaceFiles(project: Project, what: string): void;
  /** Brings back what was removed, reset or replaced last; once more, and it is undone. */
  undo(): void;
  /** Puts the newest version of another tab in place of this one, which is kept as the oldest. */
  takeOther(): void;
  /** Keeps no version of other tabs any more. */
  forgetOthers(): void;
  /** Keeps the program as it is here, where another tab has kept something else since. */
  keep(): void;
  /** Changes how the program is compiled and what it is given. */
  set(values: Partial<RunValues>): void;
}

interface Surroundings {
  readonly program: LabProgram;
  readonly storage: LabStorage;
  readonly latest: RefObject<LabState>;
  readonly own: OwnWork;
  readonly dispatch: (event: LabEvent) => void;
  /** What is compiled has changed. */
  readonly onChanged: () => void;
}

export function fileActions({ program, storage, latest, own, dispatch, onChanged }: Surroundings): FileActions {
  const originals = allFiles(program);
  const keepAll = () => storage.replace(program.id, savedOf(latest.current, program));
  /** Puts what another tab has kept since with the other versions; false where none has. */
  const findOther = (): boolean => {
    const there = storage.read(program.id);
    const isOfOtherTab = textsOf(there) !== own.kept;
    if (isOfOtherTab) dispatch({ kind: 'found', others: otherVersions(there, latest.current, program, own) });
    return isOfOtherTab;
  };
  /** Performs a change and keeps it; what another tab has kept since is put with the other versions before. */
  const perform = (event: FilesEvent, keep: () => void) => {
    const isOfOtherTab = findOther();
    // What was only found now, nobody has seen yet.
    if (!isOfOtherTab || event.kind !== 'forgotten') dispatch(event);
    if (isOfOtherTab) keepAll();
    else keep();
    own.kept = textsOf(storage.read(program.id));
  };
  const change = (event: FilesEvent) => {
    perform(event, keepAll);
    onChanged();
  };
  return {
    edit(path, text) {
      const event = { kind: 'edited', path, text } as const;
      if (latest.current.module) return dispatch(event);
      const original = originals.find((file) => file.path === path)?.text;
      perform(event, () => storage.write(program.id, path, text === original ? null : text));
      onChanged();
    },
    addFile: (path) => change({ kind: 'added', path }),
    renameFile: (path, to) => change({ kind: 'renamed', path, to }),
    moveFile: (path, by) => change({ kind: 'moved', path, by }),
    removeFile: (path) => change({ kind: 'removed', path }),
    resetFile(path) {
      const file = originals.find((each) => each.path === path);
      if (file) change({ kind: 'file-reset', file });
    },
    resetFiles: () => change({ kind: 'replaced', project: justProject(program), what: 'all files reset' }),
    replaceFiles: (project, what) => change({ kind: 'replaced', project, what }),
    undo: () => change({ kind: 'undone' }),
    takeOther() {
      change({ kind: 'taken' });
      own.earlier.clear();
    },
    forgetOthers: () => change({ kind: 'forgotten' }),
    keep() {
      if (latest.current.module || !findOther()) return;
      keepAll();
      own.kept = textsOf(storage.read(program.id));
    },
    set(values) {
      perform({ kind: 'set', values }, () => storage.write(program.id, valuesPath, valuesOf(latest.current)));
    },
  };
}
