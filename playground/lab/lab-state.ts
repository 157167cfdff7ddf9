import type { Diagnostic, FetchProgress, SourceFile } from '../compiler/compilation.ts';
import { allFiles } from '../files/project.ts';
import type { ConsoleLine } from '../panels/console-panel.tsx';
import type { ExportedFunction, Outcome } from '../session/run.ts';
import type { MemoryState } from '../trace/memory-state.ts';
import type { Moment } from '../trace/trace.ts';
import { type Breakpoint, knownBreakpoints } from '../view-model/breakpoints.ts';
import { type PixelSettings, parsePixels } from '../view-model/pixel-settings.ts';
import { followed, isSamePlace, type Place, sizeOf } from '../view-model/place.ts';
import type { TimeTravel } from '../view-model/time-travel.ts';
import { type FilesEvent, justProject, type LabFiles, reduceFiles } from './lab-files.ts';
import type { LabProgram } from './lab-program.ts';
import type { OpenedModule } from './open-module.ts';
import { type Ending, endingInWords } from './outcome-words.ts';

export type Activity = 'idle' | 'compiling' | 'running';

/** Everything one lab shows. Only {@link reduce} makes new ones. */
export interface LabState extends LabFiles {
  /** What runs in place of the files; null while they do. */
  readonly module: OpenedModule | null;
  readonly activity: Activity;
  /** How far the compiler has come; null when it is not being fetched. */
  readonly fetching: FetchProgress | null;
  readonly diagnostics: readonly Diagnostic[];
  /** The files to which the diagnostics belong; null before the first. */
  readonly diagnosed: readonly SourceFile[] | null;
  readonly lines: readonly ConsoleLine[];
  /** Characters of output that are no more in the lines: they were too many. */
  readonly droppedOutput: number;
  /** How each part of the last request ended: `main`, the JavaScript, a call. */
  readonly endings: readonly Ending[];
  /** Whether `main` has returned: what is still allocated now was not freed by it. */
  readonly hasEnded: boolean;
  /** The live memory, as it was reported last. */
  readonly memory: MemoryState | null;
  /** The way through what was recorded; null where nothing was. */
  readonly travel: TimeTravel | null;
  /** The recorded moment that is shown instead of the live memory. */
  readonly moment: Moment | null;
  readonly breakpoints: readonly Breakpoint[];
  /** Whether statements of the glue are steps too, from the next run on. */
  readonly stepsIntoGlue: boolean;
  /** What the pixels panel shows; null while it guesses. */
  readonly pixels: PixelSettings | null;
  /** Files that were edited since they ran: lines of the recorded run need not be theirs. */
  readonly editedSinceRun: readonly string[];
  readonly functions: readonly ExportedFunction[];
  /** Whether an instance is there to be called. */
  readonly isLive: boolean;
  /** Whether what is shown was recorded, or is to be: else the module runs as the linker wrote it. */
  readonly isRecorded: boolean;
  /** What is selected, as it is in the memory that is shown. */
  readonly selection: Place | null;
  /** What was selected: it may come again at another moment. */
  readonly chosen: Place | null;
}

export type LabEvent =
  | FilesEvent
  | { readonly kind: 'module-opened'; readonly module: OpenedModule }
  | { readonly kind: 'module-closed'; readonly breakpoints: readonly Breakpoint[] }
  | { readonly kind: 'requested' }
  | { readonly kind: 'activity'; readonly activity: Activity }
  | { readonly kind: 'fetching'; readonly progress: FetchProgress | null }
  | { readonly kind: 'diagnosed'; readonly files: readonly SourceFile[]; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'opened'; readonly functions: readonly ExportedFunction[] }
  | { readonly kind: 'started-over'; readonly isRecorded: boolean }
  | { readonly kind: 'closed' }
  | { readonly kind: 'printed'; readonly line: ConsoleLine }
  | { readonly kind: 'reported'; readonly memory: MemoryState }
  | { readonly kind: 'recorded'; readonly travel: TimeTravel | null }
  | { readonly kind: 'arrived'; readonly moment: Moment }
  | { readonly kind: 'glue-steps'; readonly stepsIntoGlue: boolean }
  | { readonly kind: 'breakpoints'; readonly breakpoints: readonly Breakpoint[] }
  | { readonly kind: 'pixels'; readonly pixels: PixelSettings | null }
  | { readonly kind: 'ended'; readonly what: string; readonly outcome: Outcome }
  | { readonly kind: 'selected'; readonly selection: Place };

const mostLines = 5_000;

export function initialState(program: LabProgram): LabState {
  return {
    ...justProject(program),
    aside: null,
    others: [],
    module: null,
    activity: 'idle',
    fetching: null,
    diagnostics: [],
    diagnosed: null,
    lines: [],
    droppedOutput: 0,
    endings: [],
    hasEnded: false,
    memory: null,
    travel: null,
    moment: null,
    breakpoints: knownBreakpoints(program.breakpoints),
    stepsIntoGlue: false,
    pixels: parsePixels(program.pixels ?? ''),
    editedSinceRun: [],
    functions: [],
    isLive: false,
    isRecorded: true,
    selection: null,
    chosen: null,
  };
}

export function reduce(state: LabState, event: LabEvent): LabState {
  switch (event.kind) {
    case 'edited': {
      const editedSinceRun = [...new Set([...state.editedSinceRun, event.path])];
      const { module } = state;
      if (!module) return { ...reduceFiles(state, event), editedSinceRun };
      // Of what came with a module only the script can be edited.
      const { javascript } = module;
      if (event.path !== javascript.path) return state;
      return { ...state, editedSinceRun, module: { ...module, javascript: { ...javascript, text: event.text } } };
    }
    case 'renamed': {
      const breakpoints = state.breakpoints.map((each) =>
        each.kind === 'line' && each.path === event.path ? { ...each, path: event.to } : each,
      );
      return { ...withoutLines(reduceFiles(state, event), event.path), breakpoints };
    }
    case 'removed':
    case 'file-reset':
    case 'replaced':
    case 'undone':
    case 'taken':
      return { ...withoutLines(reduceFiles(state, event)), diagnostics: [] };
    case 'added':
    case 'moved':
    case 'found':
    case 'forgotten':
    case 'set':
      return reduceFiles(state, event);
    case 'module-opened': {
      const isSame = event.module.wasm === state.module?.wasm;
      if (isSame) return { ...state, module: event.module };
      return { ...state, module: event.module, breakpoints: [], pixels: null, selection: null, chosen: null };
    }
    case 'module-closed':
      return {
        ...state,
        ...{ module: null, breakpoints: event.breakpoints, endings: [], moment: null },
        ...{ selection: null, chosen: null },
      };
    case 'requested':
      return { ...state, endings: [], moment: null };
    case 'activity':
      return { ...state, activity: event.activity };
    case 'fetching':
      return { ...state, fetching: event.progress };
    case 'diagnosed':
      return { ...state, diagnostics: event.diagnostics, diagnosed: event.files };
    case 'started-over':
      return {
        ...state,
        isRecorded: event.isRecorded,
        lines: [],
        droppedOutput: 0,
        endings: [],
        hasEnded: false,
        functions: [],
        isLive: false,
        editedSinceRun: [],
      };
    case 'closed':
      return { ...state, memory: null, travel: null };
    case 'opened':
      return { ...state, functions: event.functions, isLive: true };
    case 'printed':
      return withLine(state, event.line);
    case 'reported':
      return withSelection({ ...state, memory: event.memory });
    case 'recorded':
      return { ...state, travel: event.travel, moment: event.travel && state.moment };
    case 'arrived':
      return withSelection({ ...state, moment: event.moment });
    case 'glue-steps':
      return { ...state, stepsIntoGlue: event.stepsIntoGlue };
    case 'breakpoints':
      return { ...state, breakpoints: event.breakpoints };
    case 'pixels':
      return { ...state, pixels: event.pixels };
    case 'ended': {
      const line: ConsoleLine = { stream: 'note', text: endingInWords(event) };
      const { outcome } = event;
      return {
        ...withLine(state, line),
        endings: [...state.endings, { what: event.what, outcome }],
        hasEnded: state.hasEnded || (outcome.status === 'finished' && outcome.exitCode !== null),
        isLive: state.isLive && outcome.status !== 'stopped',
      };
    }
    case 'selected':
      return { ...state, selection: event.selection, chosen: event.selection };
    default:
      return event satisfies never;
  }
}

/** What the panels of memory show: the moment that was chosen, or the live memory while there is none. */
export function shownMemory({ moment, memory }: Pick<LabState, 'moment' | 'memory'>): MemoryState | null {
  return moment ? moment.state : memory;
}

function withSelection(state: LabState): LabState {
  const memory = shownMemory(state);
  const selection = memory ? followed(state.chosen, memory) : state.selection;
  // The same place stays the same object: panels scroll to another one.
  const isSame = selection && isSamePlace(state.selection, selection) && isSameRange(state.selection, selection);
  return isSame ? state : { ...state, selection };
}

const isSameRange = (one: Place | null, other: Place): boolean =>
  one !== null && sizeOf(one.range) === sizeOf(other.range);

/** Text of the same stream goes on in its line, so that output without a newline reads as it was printed. */
function withLine(state: LabState, line: ConsoleLine): LabState {
  const { lines } = state;
  const last = lines.at(-1);
  if (last && last.stream === line.stream && line.stream !== 'note' && last.text.length < 10_000) {
    return { ...state, lines: [...lines.slice(0, -1), { stream: last.stream, text: last.text + line.text }] };
  }
  const [oldest] = lines;
  const dropped = lines.length >= mostLines && oldest && oldest.stream !== 'note' ? oldest.text.length : 0;
  return {
    ...state,
    lines: [...lines.slice(-(mostLines - 1)), line],
    droppedOutput: state.droppedOutput + dropped,
  };
}

/** What belongs to the program that runs: the learner's files, or what came with a module. */
export function shownFiles({ module, files, scripts, diagnostics }: LabState) {
  if (module) return { files: module.sources, scripts: [module.javascript], diagnostics: [] };
  return { files, scripts, diagnostics };
}

/** The files that are still as they were when the program ran. */
export function filesAsRun(state: LabState): readonly SourceFile[] {
  const { files, scripts } = shownFiles(state);
  return [...files, ...scripts].filter(({ path }) => !state.editedSinceRun.includes(path));
}

/** Whether a script has something to measure. */
export function namesVariants(state: LabState): boolean {
  return shownFiles(state).scripts.some(({ text }) => /\bmeasure\s*\(/.test(text));
}

/** Lines of the recorded run are no more those of the files, or of the one file that is named. */
function withoutLines(state: LabState, path?: string): LabState {
  const gone = path === undefined ? allFiles(state).map((file) => file.path) : [path];
  return { ...state, editedSinceRun: [...new Set([...state.editedSinceRun, ...gone])] };
}

/** Splits an argument line at spaces; quotes, also within a word, keep spaces. */
export function splitArguments(line: string): string[] {
  const words = line.match(/(?:"[^"]*"|'[^']*'|\S)+/g) ?? [];
  return words.map((word) => word.replaceAll(/"([^"]*)"|'([^']*)'/g, '$1$2'));
}

/** Input so far: what was typed without a line break at its end is a line too. */
export const withLineEnd = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);
