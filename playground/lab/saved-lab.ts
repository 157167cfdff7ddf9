import { z } from 'zod/mini';
import { type CompileSettings, defaultSettings, settingChoices } from '../compiler/compilation.ts';
import { fileSchema, projectShape } from '../files/parse-project.ts';
import { bufferChoices, type RunValues } from '../files/project.ts';
import { editsOf, withEdits } from '../lesson/edited-files.ts';
import { isRecord } from '../lesson/saved-work.ts';
import { type Breakpoint, parseBreakpoints } from '../view-model/breakpoints.ts';
import { formatPixels, type PixelSettings, parsePixels } from '../view-model/pixel-settings.ts';
import { reduceFiles } from './lab-files.ts';
import type { LabProgram } from './lab-program.ts';
import type { LabState } from './lab-state.ts';

/** Under this name, which no file can have, settings and input are kept among a program's files. */
export const valuesPath = '.settings';

/** The same for breakpoints. */
export const breakpointsPath = '.breakpoints';

/** The same for what the pixels panel shows; empty where it is to guess though the program's author chose. */
export const pixelsPath = '.pixels';

/** The same for what was taken away or replaced last. */
export const asidePath = '.aside';

/** The same for versions of other tabs. */
export const othersPath = '.others';

/** What is kept of a program: texts by path, and by the names above. */
export type Saved = Readonly<Record<string, string>>;

/** The state with what was kept between visits. It comes from storage: what does not fit is left out. */
export function withSaved(state: LabState, saved: Saved): LabState {
  const { [valuesPath]: values } = saved;
  const restored =
    values === undefined ? state : reduceFiles(state, { kind: 'set', values: parseValues(values, state) });
  return {
    ...restored,
    ...withEdits(state, saved),
    aside: parseAs(asideSchema, saved[asidePath]) ?? null,
    others: parseAs(othersSchema, saved[othersPath]) ?? [],
    breakpoints: savedBreakpoints(saved, state.breakpoints),
    pixels: savedPixels(saved, state.pixels),
  };
}

/** All that {@link withSaved} brings back: what differs from the program as its author gave it. */
export function savedOf(state: LabState, program: LabProgram): Saved {
  const values = valuesOf(state);
  const stops = breakpointsToSave(state.breakpoints, program);
  return {
    ...editsOf(program, state),
    ...(values === valuesOf(program) ? {} : { [valuesPath]: values }),
    ...(state.aside ? { [asidePath]: JSON.stringify(state.aside) } : {}),
    ...(state.others.length > 0 ? { [othersPath]: JSON.stringify(state.others) } : {}),
    ...pixelsToSave(state.pixels, program),
    ...(stops === null ? {} : { [breakpointsPath]: stops }),
  };
}

/** Settings and input as they are kept. */
export function valuesOf({ settings, input, inputEnds, argumentLine, buffer }: RunValues): string {
  return JSON.stringify({ settings, input, inputEnds, argumentLine, buffer });
}

/** The stops that were kept; `given` where none were. */
export function savedBreakpoints(saved: Saved, given: readonly Breakpoint[]): readonly Breakpoint[] {
  const { [breakpointsPath]: text } = saved;
  return text === undefined ? given : parseBreakpoints(text);
}

/** What is kept of the stops: null, nothing, where they are those of the program's author. */
export function breakpointsToSave(
  breakpoints: readonly Breakpoint[],
  { breakpoints: given = [] }: LabProgram,
): string | null {
  const text = JSON.stringify(breakpoints);
  return text === JSON.stringify(given) ? null : text;
}

/** What was kept of the pixels panel; `given` where nothing was. */
export function savedPixels(saved: Saved, given: PixelSettings | null): PixelSettings | null {
  const { [pixelsPath]: text } = saved;
  return text === undefined ? given : parsePixels(text);
}

/** What is kept of the pixels panel: nothing where it shows what the program's author chose. */
export function pixelsToSave(pixels: PixelSettings | null, { pixels: given = '' }: LabProgram): Saved {
  const text = pixels ? formatPixels(pixels) : '';
  return text === given ? {} : { [pixelsPath]: text };
}

const asideSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('file'), what: z.string(), file: fileSchema, at: z.int() }),
  z.strictObject({ kind: z.literal('project'), what: z.string(), project: projectShape }),
]);

const othersSchema = z.array(projectShape);

function parseAs<Value>(schema: z.ZodMiniType<Value>, text = 'null'): Value | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
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
  const buffer = bufferChoices.find((choice) => isRecord(read) && read.buffer === choice) ?? before.buffer;
  const settings = isRecord(read) ? knownChoices(sameKinds(read.settings, defaultSettings)) : {};
  return { ...kept, buffer, settings: { ...before.settings, ...settings } };
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
