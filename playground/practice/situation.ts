import type { CodePlace } from '../trace/memory-state.ts';
import type { Frame, Moment, Trace, Value, Variable } from '../trace/trace.ts';

/** A file of the program, as the editor shows it. */
export interface PracticeFile {
  readonly path: string;
  readonly text: string;
}

/** Where a question stands in a run: a line that is about to run, and what it leaves. */
export interface Situation {
  readonly trace: Trace;
  readonly files: readonly PracticeFile[];
  readonly before: Moment;
  /** Just after the line has run, with what it called; null when it is the last, or runs again at once: nobody knows how often is meant. */
  readonly after: Moment | null;
  readonly place: CodePlace;
  /** The line's text, without the spaces around it. */
  readonly code: string;
  /** The innermost call: the learner's own. */
  readonly frame: Frame;
}

/** The situation at a step; null where no line of the learner's own files is about to run. */
export async function situationAt(
  trace: Trace,
  files: readonly PracticeFile[],
  step: number,
): Promise<Situation | null> {
  const before = await trace.at(step);
  const { place } = before;
  const frame = before.frames.at(-1);
  if (!place || !frame || frame.isLibrary) return null;
  const code = files
    .find(({ path }) => path === place.path)
    ?.text.split('\n')
    [place.line - 1]?.trim();
  if (code === undefined || code === '' || /^[{}]+;?$/.test(code)) return null;
  const next = await trace.find(step, 'forward', [{ kind: 'line-over' }]);
  const after = next === null ? null : await trace.at(next);
  return { trace, files, before, after: after && isSameLine(before, after) ? null : after, place, code, frame };
}

/** Whether the same call stands at the same line again: a loop that is written in one line. */
const isSameLine = (one: Moment, other: Moment): boolean =>
  one.frames.length === other.frames.length &&
  one.place?.path === other.place?.path &&
  one.place?.line === other.place?.line;

/** The same call after the line; null when it has ended. */
export function sameFrame({ before, after, frame }: Situation): Frame | null {
  const there = after?.frames[before.frames.length - 1];
  return there && there.name === frame.name && after.frames.length === before.frames.length ? there : null;
}

/** Variables of a call whose value is known. Of two with the same name none could be asked for. */
export function knownVariables({ variables }: Frame): readonly Variable[] {
  return variables.filter(
    ({ value: { name, state } }) =>
      state === 'known' && variables.filter(({ value }) => value.name === name).length === 1,
  );
}

/** A whole number that a value shows; null when it shows anything else. */
export function wholeNumber({ text, pointsTo }: Value): number | null {
  return pointsTo === null && /^-?\d{1,15}$/.test(text) ? Number(text) : null;
}
