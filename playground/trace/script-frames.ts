import { type CodePlace, toAddress } from './memory-state.ts';
import type { RawStep } from './raw-moment.ts';
import type { ScriptFrameState, ScriptHistory, ScriptSource } from './script-history.ts';
import { textSeparator } from './script-log.ts';
import type { Frame, Variable } from './trace.ts';

/** Scripts that were run: what is known of them, and what they told. */
export interface TracedSource extends ScriptSource {
  readonly history: ScriptHistory;
}

/** Where a site of a script is; null when it has no such site. */
export function placeOfSite({ sites }: ScriptSource, site: number | null): CodePlace | null {
  const found = site === null ? undefined : sites[site];
  return found ? { path: found.path, line: found.line, column: found.column } : null;
}

/** The line of a script that called the program, which runs a step; null where no script did, or where the step is one's. */
export function callerOf({ place, step }: RawStep, script: TracedSource | null | undefined): CodePlace | null {
  if (!place || !script) return null;
  return placeOfSite(script, script.history.framesAt(script.history.momentAt(step)).at(-1)?.site ?? null);
}

/**
 * Where the frames of a stack come from, outermost first: the index of one of the program's, or a script's. A script's
 * frame that began when so many calls of the program were open stands on them. `calls` tells the call of each of the
 * program's frames: what was inlined has the same one.
 */
export function originsOf(
  calls: readonly number[],
  script: TracedSource | null | undefined,
  step: number,
): readonly (number | ScriptFrameState)[] {
  const told = script ? script.history.framesAt(script.history.momentAt(step)) : [];
  const origins: (number | ScriptFrameState)[] = [];
  let taken = 0;
  const addUpTo = (depth: number) => {
    for (let state = told[taken]; state && state.depth <= depth; state = told[++taken]) origins.push(state);
  };
  let open = 0;
  for (const [index, call] of calls.entries()) {
    if (index === 0 || call !== calls[index - 1]) addUpTo(open++);
    origins.push(index);
  }
  addUpTo(Number.POSITIVE_INFINITY);
  return origins;
}

/** All frames at a step, those of scripts among the program's. */
export function withScriptFrames(
  frames: readonly Frame[],
  calls: readonly number[],
  script: TracedSource | null | undefined,
  step: number,
): readonly Frame[] {
  if (!script) return frames;
  const moment = script.history.momentAt(step);
  return originsOf(calls, script, step).flatMap((origin) =>
    typeof origin === 'number' ? (frames[origin] ?? []) : frameOf(script, origin, moment),
  );
}

function frameOf(script: TracedSource, state: ScriptFrameState, moment: number): Frame {
  const { functions, sites, history } = script;
  const known = functions[state.function];
  const slots = state.site === null ? [] : (sites[state.site]?.variables ?? []);
  return {
    name: known?.name || '(anonymous)',
    place: placeOfSite(script, state.site),
    isLibrary: false,
    isInlined: false,
    bytes: null,
    variables: slots.flatMap((slot): readonly Variable[] => {
      const variable = known?.variables[slot];
      const value = history.value(state.number, slot, moment);
      if (!variable || !value) return [];
      return [
        {
          role: variable.role,
          line: variable.line,
          changed: value.changed,
          value: shownValue(variable.name, value.text),
        },
      ];
    }),
  };
}

function shownValue(name: string, told: string): Variable['value'] {
  const [type = '', text = '', start, end] = told.split(textSeparator);
  const isWindow = start !== undefined && end !== undefined && /^\d{1,10}$/.test(start) && /^\d{1,10}$/.test(end);
  return {
    name,
    type,
    text,
    state: 'known',
    range: isWindow ? { start: toAddress(Number(start)), end: toAddress(Number(end)) } : null,
    pointsTo: null,
    isRaw: false,
    isCut: false,
    parts: [],
  };
}
