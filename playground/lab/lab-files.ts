import type { SourceFile } from '../compiler/compilation.ts';
import { allFiles, type Project, type RunValues } from '../files/project.ts';
import { isScript } from '../lesson/file-names.ts';
import type { LabProgram } from './lab-program.ts';

/** What was there before files were taken away or replaced: the way back, which leads here again. */
export type Aside =
  | { readonly kind: 'file'; readonly what: string; readonly file: SourceFile; readonly at: number }
  | { readonly kind: 'project'; readonly what: string; readonly project: Project };

/** What a learner can change in a lab. */
export interface LabFiles extends Project {
  /** Null until something was taken away or replaced. Typing leaves it: nothing is lost by going on. */
  readonly aside: Aside | null;
  /** What other tabs had kept of the program when this one changed it too, the newest first. */
  readonly others: readonly Project[];
}

export type FilesEvent =
  | { readonly kind: 'edited'; readonly path: string; readonly text: string }
  | { readonly kind: 'added'; readonly path: string }
  | { readonly kind: 'renamed'; readonly path: string; readonly to: string }
  /** By one place among the files of its kind. */
  | { readonly kind: 'moved'; readonly path: string; readonly by: -1 | 1 }
  | { readonly kind: 'removed'; readonly path: string }
  /** One file is as the program's author wrote it. */
  | { readonly kind: 'file-reset'; readonly file: SourceFile }
  /** All of it; `what` says what happened, for who wants it undone. */
  | { readonly kind: 'replaced'; readonly project: Project; readonly what: string }
  | { readonly kind: 'undone' }
  /** Another tab has kept these. */
  | { readonly kind: 'found'; readonly others: readonly Project[] }
  /** The first of those changes places with what is there. */
  | { readonly kind: 'taken' }
  /** They are no more wanted. */
  | { readonly kind: 'forgotten' }
  | { readonly kind: 'set'; readonly values: Partial<RunValues> };

/** The project alone of something that has more. */
export function justProject({ files, scripts, settings, input, inputEnds, argumentLine, buffer }: Project): Project {
  return { files, scripts, settings, input, inputEnds, argumentLine, buffer };
}

/** Whether what is compiled differs from the program's own. */
export function isEdited(state: Project, program: LabProgram): boolean {
  return JSON.stringify([state.files, state.settings]) !== JSON.stringify([program.files, program.settings]);
}

/** Whether a reset would change anything. */
export function isChanged(state: Project, program: LabProgram): boolean {
  return JSON.stringify(justProject(state)) !== JSON.stringify(justProject(program));
}

export function reduceFiles<State extends LabFiles>(state: State, event: FilesEvent): State {
  switch (event.kind) {
    case 'edited':
      return withFiles(state, (all) =>
        all.map((file) => (file.path === event.path ? { ...file, text: event.text } : file)),
      );
    case 'added':
      return withFiles(state, (all) => [...all, { path: event.path, text: '' }]);
    case 'renamed':
      return withFiles(state, (all) =>
        all.map((file) => (file.path === event.path ? { ...file, path: event.to } : file)),
      );
    case 'moved':
      return { ...state, files: moved(state.files, event), scripts: moved(state.scripts, event) };
    case 'removed': {
      const all = allFiles(state);
      const at = all.findIndex(({ path }) => path === event.path);
      const file = all[at];
      if (!file) return state;
      const rest = withFiles(state, () => all.filter((other) => other !== file));
      return { ...rest, aside: { kind: 'file', what: `${file.path} removed`, file, at } };
    }
    case 'file-reset': {
      const before = allFiles(state).find(({ path }) => path === event.file.path);
      if (!before) return state;
      const reset = reduceFiles(state, { kind: 'edited', ...event.file });
      return { ...reset, aside: { kind: 'file', what: `${before.path} reset`, file: before, at: 0 } };
    }
    case 'replaced':
      return { ...state, ...event.project, aside: { kind: 'project', what: event.what, project: justProject(state) } };
    case 'undone':
      return undone(state);
    case 'found':
      return { ...state, others: event.others };
    case 'taken': {
      const [first, ...rest] = state.others;
      return first ? { ...state, ...first, others: [...rest, justProject(state)] } : state;
    }
    case 'forgotten':
      return { ...state, others: [] };
    case 'set':
      return { ...state, ...event.values };
    default:
      return event satisfies never;
  }
}

/** Changes places with what was put aside; a file that was removed is just there again. */
function undone<State extends LabFiles>(state: State): State {
  const { aside } = state;
  if (!aside) return state;
  if (aside.kind === 'project') {
    return { ...state, ...aside.project, aside: { ...aside, project: justProject(state) } };
  }
  const all = allFiles(state);
  const now = all.find(({ path }) => path === aside.file.path);
  if (now) return { ...reduceFiles(state, { kind: 'edited', ...aside.file }), aside: { ...aside, file: now } };
  return { ...withFiles(state, () => all.toSpliced(aside.at, 0, aside.file)), aside: null };
}

/** By its name a file is C, C++ or JavaScript. */
function withFiles<State extends LabFiles>(
  state: State,
  change: (all: readonly SourceFile[]) => readonly SourceFile[],
): State {
  const all = change(allFiles(state));
  return {
    ...state,
    files: all.filter(({ path }) => !isScript(path)),
    scripts: all.filter(({ path }) => isScript(path)),
  };
}

function moved(files: readonly SourceFile[], { path, by }: { readonly path: string; readonly by: -1 | 1 }) {
  const at = files.findIndex((file) => file.path === path);
  const file = files[at];
  return file && files[at + by] ? files.toSpliced(at, 1).toSpliced(at + by, 0, file) : files;
}
