import { type CallKind, type CallTime, type CallTimes, callTime } from './call-times.ts';

/** Which call of its kind one is, in the order in which they ended, from 0; and how many a run makes. */
export interface CallOrdinal extends Pick<CallKind, 'way' | 'name'> {
  readonly index: number;
  readonly count: number;
}

/**
 * How long one call took that each of these runs made: the call of the same ordinal. Null where it cannot be told which that
 * is: a run made more calls of the kind, or fewer, or did not keep its time.
 */
export function timeOfCall(runs: readonly CallTimes[], { way, name, index, count }: CallOrdinal): CallTime | null {
  const samples: number[] = [];
  for (const { kinds } of runs) {
    const kind = kinds.find((each) => each.way === way && each.name === name);
    const sample = kind?.calls === count ? kind.samples[index] : undefined;
    if (sample === undefined) return null;
    samples.push(sample);
  }
  if (samples.length === 0) return null;
  const milliseconds = samples.reduce((sum, sample) => sum + sample, 0);
  const resolution = Math.min(...runs.map((run) => run.resolution));
  return callTime({ way, name, calls: samples.length, milliseconds, samples }, resolution);
}

/** The time of all of them together: less than the sum of what they may take at most, where one of them is too fast to tell. Null where there is none, or one is not known. */
export function timeTogether(times: readonly (CallTime | null)[]): CallTime | null {
  const known = times.filter((time) => time !== null);
  const [first] = known;
  if (!first || known.length < times.length) return null;
  if (known.length === 1) return first;
  const milliseconds = known.reduce((sum, time) => sum + time.milliseconds, 0);
  return { kind: known.some(({ kind }) => kind === 'less-than') ? 'less-than' : 'mean', milliseconds };
}
