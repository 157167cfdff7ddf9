import { useEffect, useMemo, useState } from 'react';
import type { ByteRange } from '../trace/memory-state.ts';
import type { Moment } from '../trace/trace.ts';
import type { Place } from '../view-model/place.ts';
import { tellingWrite } from '../view-model/telling-write.ts';

/** Whether a panel goes along with what the steps write. */
export interface Follow {
  readonly isOn: boolean;
  /** What the step before wrote, where it lies out of sight. */
  readonly elsewhere: Place | null;
  set(isOn: boolean): void;
}

/**
 * Brings what each step wrote into sight, until somebody chooses what to look at: then it only tells that there is
 * something elsewhere. `show` scrolls to an address.
 */
export function useFollow(
  moment: Moment | null,
  { start, end }: ByteRange,
  selection: Place | null,
  show: (address: number) => void,
): Follow {
  const [isOn, setOn] = useState(selection === null);
  const written = useMemo(() => moment && tellingWrite(moment), [moment]);
  useEffect(() => {
    if (selection) setOn(false);
  }, [selection]);
  useEffect(() => {
    if (isOn && written) show(written.range.start);
  }, [isOn, written]);
  const isInSight = !written || (written.range.start >= start && written.range.start < end);
  return { isOn, elsewhere: isInSight ? null : written, set: setOn };
}
