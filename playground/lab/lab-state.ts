import type { CompileSettings, Diagnostic, FetchProgress, SourceFile } from '../compiler/compilation.ts';
import type { ConsoleLine } from '../panels/console-panel.tsx';
import type { PanelSelection } from '../panels/panel-props.ts';
import type { ExportedFunction, Outcome } from '../session/run.ts';
import type { MemoryState } from '../trace/memory-state.ts';
import type { LabProgram } from './lab-program.ts';
import { outcomeInWords } from './outcome-words.ts';

export type Activity =
  | { readonly kind: 'idle' }
  | { readonly kind: 'fetching'; readonly progress: FetchProgress }
  | { readonly kind: 'compiling' }
  | { readonly kind: 'running' };

/** Everything one lab shows. Only {@link reduce} makes new ones. */
export interface LabState {
  readonly files: readonly SourceFile[];
  readonly javascript: SourceFile;
  readonly settings: CompileSettings;
  readonly input: string;
  readonly inputEnds: boolean;
  readonly argumentLine: string;
  readonly activity: Activity;
  readonly diagnostics: readonly Diagnostic[];
  readonly lines: readonly ConsoleLine[];
  readonly outcome: Outcome | null;
  readonly memory: MemoryState | null;
  readonly functions: readonly ExportedFunction[];
  /** Whether an instance is there to be called. */
  readonly isLive: boolean;
  readonly selection: PanelSelection | null;
}

export type LabEvent =
  | { readonly kind: 'edited'; readonly path: string; readonly text: string }
  | { readonly kind: 'reset'; readonly program: LabProgram }
  | {
      readonly kind: 'set';
      readonly values: Partial<Pick<LabState, 'settings' | 'input' | 'inputEnds' | 'argumentLine'>>;
    }
  | { readonly kind: 'activity'; readonly activity: Activity }
  | { readonly kind: 'diagnosed'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'opened'; readonly functions: readonly ExportedFunction[] }
  | { readonly kind: 'started-over' }
  | { readonly kind: 'printed'; readonly line: ConsoleLine }
  | { readonly kind: 'reported'; readonly memory: MemoryState }
  | { readonly kind: 'ended'; readonly what: string; readonly outcome: Outcome }
  | { readonly kind: 'selected'; readonly selection: PanelSelection };

const mostLines = 5_000;

export function initialState(program: LabProgram): LabState {
  return {
    files: program.files,
    javascript: program.javascript,
    settings: program.settings,
    input: program.input,
    inputEnds: true,
    argumentLine: program.arguments.join(' '),
    activity: { kind: 'idle' },
    diagnostics: [],
    lines: [],
    outcome: null,
    memory: null,
    functions: [],
    isLive: false,
    selection: null,
  };
}

export function reduce(state: LabState, event: LabEvent): LabState {
  switch (event.kind) {
    case 'edited': {
      const replace = (file: SourceFile): SourceFile =>
        file.path === event.path ? { ...file, text: event.text } : file;
      return { ...state, files: state.files.map(replace), javascript: replace(state.javascript) };
    }
    case 'reset': {
      const { files, javascript, settings } = event.program;
      return { ...state, files, javascript, settings, diagnostics: [] };
    }
    case 'set':
      return { ...state, ...event.values };
    case 'activity':
      return { ...state, activity: event.activity };
    case 'diagnosed':
      return { ...state, diagnostics: event.diagnostics };
    case 'started-over':
      return { ...state, lines: [], outcome: null, functions: [], isLive: false };
    case 'opened':
      return { ...state, functions: event.functions, isLive: true };
    case 'printed':
      return { ...state, lines: appended(state.lines, event.line) };
    case 'reported':
      return { ...state, memory: event.memory };
    case 'ended': {
      const line: ConsoleLine = { stream: 'note', text: `${event.what} ${outcomeInWords(event.outcome)}` };
      const isGone = event.outcome.status === 'stopped';
      return {
        ...state,
        outcome: event.outcome,
        lines: appended(state.lines, line),
        activity: { kind: 'idle' },
        isLive: state.isLive && !isGone,
      };
    }
    case 'selected':
      return { ...state, selection: event.selection };
    default:
      return event satisfies never;
  }
}

/** Text of the same stream goes on in its line, so that output without a newline reads as it was printed. */
function appended(lines: readonly ConsoleLine[], line: ConsoleLine): readonly ConsoleLine[] {
  const last = lines.at(-1);
  if (last && last.stream === line.stream && line.stream !== 'note' && last.text.length < 10_000) {
    return [...lines.slice(0, -1), { stream: last.stream, text: last.text + line.text }];
  }
  return [...lines.slice(-(mostLines - 1)), line];
}

/** Whether the learner changed what is compiled. */
export function isEdited(state: LabState, program: LabProgram): boolean {
  return JSON.stringify([state.files, state.settings]) !== JSON.stringify([program.files, program.settings]);
}

/** Splits an argument line at spaces; quotes keep spaces. */
export function splitArguments(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? '');
}
