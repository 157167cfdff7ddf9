import type { RefObject } from 'react';
import { allFiles, type Project, type RunValues } from '../files/project.ts';
import { type FilesEvent, justProject } from './lab-files.ts';
import type { LabProgram } from './lab-program.ts';
import type { LabEvent, LabState } from './lab-state.ts';
import { savedOf, valuesOf, valuesPath } from './saved-lab.ts';

/** Where edited files are kept between visits. */
export interface LabStorage {
  read(program: string): Readonly<Record<string, string>>;
  write(program: string, path: string, text: string | null): void;
  /** Keeps these, and nothing else of the program. */
  replace(program: string, files: Readonly<Record<string, string>>): void;
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
  /** Changes how the program is compiled and what it is given. */
  set(values: Partial<RunValues>): void;
}

interface Surroundings {
  readonly program: LabProgram;
  readonly storage: LabStorage;
  readonly latest: RefObject<LabState>;
  readonly dispatch: (event: LabEvent) => void;
  /** What is compiled has changed. */
  readonly onChanged: () => void;
}

export function fileActions({ program, storage, latest, dispatch, onChanged }: Surroundings): FileActions {
  const originals = allFiles(program);
  const change = (event: FilesEvent) => {
    dispatch(event);
    storage.replace(program.id, savedOf(latest.current, program));
    onChanged();
  };
  return {
    edit(path, text) {
      dispatch({ kind: 'edited', path, text });
      if (latest.current.module) return;
      const original = originals.find((file) => file.path === path)?.text;
      storage.write(program.id, path, text === original ? null : text);
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
    set(values) {
      dispatch({ kind: 'set', values });
      storage.write(program.id, valuesPath, valuesOf(latest.current));
    },
  };
}
