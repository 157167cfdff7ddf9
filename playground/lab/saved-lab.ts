import { type CompileSettings, defaultSettings, settingChoices } from '../compiler/compilation.ts';
import { withEdits } from '../lesson/edited-files.ts';
import { isRecord } from '../lesson/saved-work.ts';
import { type Breakpoint, parseBreakpoints } from '../view-model/breakpoints.ts';
import { type LabState, type RunValues, reduce } from './lab-state.ts';

/** Under this name, which no file can have, settings and input are kept among a program's files. */
export const valuesPath = '.settings';

/** The same for breakpoints. */
export const breakpointsPath = '.breakpoints';

/** The state with what was kept between visits. It comes from storage: what does not fit is left out. */
export function withSaved(state: LabState, saved: Readonly<Record<string, string>>): LabState {
  const { [valuesPath]: values, [breakpointsPath]: _, ...files } = saved;
  const restored = values === undefined ? state : reduce(state, { kind: 'set', values: parseValues(values, state) });
  const { files: current, javascript } = withEdits(state, files);
  return {
    ...restored,
    files: current,
    javascript: javascript ?? state.javascript,
    breakpoints: savedBreakpoints(saved),
  };
}

export function savedBreakpoints(saved: Readonly<Record<string, string>>): readonly Breakpoint[] {
  return parseBreakpoints(saved[breakpointsPath] ?? '[]');
}

function parseValues(text: string, before: RunValues): Partial<RunValues> {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return {};
  }
  const kept = sameKinds(read, {
    input: before.input,
    inputEnds: before.inputEnds,
    argumentLine: before.argumentLine,
  });
  const settings = isRecord(read) ? knownChoices(sameKinds(read.settings, defaultSettings)) : {};
  return { ...kept, settings: { ...before.settings, ...settings } };
}

/** Leaves out what is no choice: the compiler would take it for an option of its own. */
function knownChoices(settings: Partial<CompileSettings>): Partial<CompileSettings> {
  const choices: Readonly<Record<string, readonly string[]>> = settingChoices;
  const known = Object.entries(settings).filter(([key, value]) => choices[key]?.includes(String(value)) ?? true);
  return Object.fromEntries(known);
}

/** The entries of `read` that are of the same kind as those of `model`. */
function sameKinds<Model extends object>(read: unknown, model: Model): Partial<Model> {
  if (!isRecord(read)) return {};
  const fitting = Object.entries(model).filter(([key, value]) => typeof read[key] === typeof value);
  return Object.fromEntries(fitting.map(([key]) => [key, read[key]])) as Partial<Model>;
}
