import type { Moment } from '../trace/trace.ts';
import type { Place } from './place.ts';

/** The bytes of each open call on the shadow stack, the innermost first. */
export function framePlaces({ frames }: Moment): readonly Place[] {
  return frames.flatMap(({ name, bytes }) => (bytes ? [framePlace(name, bytes)] : [])).reverse();
}

/** The bytes of each variable of the open calls, the innermost call first. Globals are symbols of the memory's state. */
export function variablePlaces({ frames }: Moment): readonly Place[] {
  return [...frames]
    .reverse()
    .flatMap((frame) =>
      frame.variables.flatMap(({ value }) => (value.range ? [variablePlace(value.name, value.range, frame.name)] : [])),
    );
}

export function framePlace(functionName: string, range: Place['range']): Place {
  return { range, label: `frame of ${functionName}` };
}

/** `path` is the variable's name, or that of a part of it; the label is no symbol's name, except for a global's own. */
export function variablePlace(path: string, range: Place['range'], functionName: string | null): Place {
  return { range, label: functionName === null ? path : `${path} in ${functionName}` };
}
