import { plainText } from '../trace/phrase.ts';
import type { Moment, Value as ShownValue, Variable as ShownVariable } from '../trace/trace.ts';
import type { Finding, Frames, Value, Variable } from './trace-document.ts';
import { type Excerpt, placeIn } from './trace-items.ts';

/** The frames of each step, the end of the run among them. */
export async function* framesOf(excerpt: Excerpt): AsyncIterable<Frames> {
  for (let step = excerpt.from; step <= excerpt.to; step++) {
    yield framesAt(excerpt, await excerpt.recorded.trace.at(step));
  }
}

function framesAt(excerpt: Excerpt, { step, place, did, frames, globals }: Moment): Frames {
  return {
    step,
    ...placeIn(excerpt, place),
    did: plainText(did),
    frames: frames.map(({ name, isLibrary, isInlined, bytes, variables, place: at }) => ({
      function: name,
      ...placeIn(excerpt, at),
      ...{ isLibrary, isInlined, bytes },
      variables: variables.map(variable),
    })),
    globals: globals.map(variable),
  };
}

function variable({ role, line, changed, value: shown }: ShownVariable): Variable {
  const { name, type, text, ...more } = value(shown);
  return { name, type, text, role, declaredAt: line || null, changed, ...more };
}

function value({ name, type, text, state, range, pointsTo, isRaw, isCut, parts }: ShownValue): Value {
  return {
    ...{ name, type, text, state },
    address: range?.start ?? null,
    size: range && range.end - range.start,
    ...(pointsTo && { pointsTo: { address: pointsTo.range.start, what: pointsTo.what } }),
    ...(isRaw && { isRaw }),
    ...(isCut && { isCut }),
    ...(parts.length > 0 && { parts: parts.map(value) }),
  };
}

/** What the program did wrong in these steps. */
export async function findingsOf(excerpt: Excerpt): Promise<readonly Finding[]> {
  const { findings } = await excerpt.recorded.trace.at(excerpt.recorded.trace.steps);
  return findings
    .filter(({ step }) => step >= excerpt.from && step <= excerpt.to)
    .map(({ kind, step, place, text, cause }) => ({
      ...{ kind, step },
      ...placeIn(excerpt, place),
      text,
      cause: cause && { step: cause.step, ...placeIn(excerpt, cause.place), text: cause.text },
    }));
}
