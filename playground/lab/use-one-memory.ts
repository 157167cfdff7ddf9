import { useMemo } from 'react';
import type { PanelProps, TraceProps } from '../panels/panel-props.ts';
import {
  breakpointsInAll,
  breakpointsInMemory,
  bytesOfMemory,
  momentOfMemory,
  placeInAll,
  placeInMemory,
  stateOfMemory,
  traceOfMemory,
} from '../view-model/one-memory.ts';

type MemoryProps = PanelProps & TraceProps;

/** What panels get of one memory of the program; where it has no other, all that there is, untouched. */
export function useOneMemory(all: MemoryProps, memory: number): MemoryProps {
  const { state, bytes, moment, trace, breakpoints, onBreakpoints, onSelect, onGo } = all;
  const hasOthers = (state?.otherPages?.length ?? 0) > 0;
  const shown = useMemo(() => state && stateOfMemory(state, memory), [state, memory]);
  const then = useMemo(() => moment && momentOfMemory(moment, memory), [moment, memory]);
  const source = useMemo(() => bytesOfMemory(bytes, memory), [bytes, memory]);
  const recorded = useMemo(() => trace && traceOfMemory(trace, memory), [trace, memory]);
  const selection = useMemo(() => placeInMemory(all.selection, memory), [all.selection, memory]);
  if (!hasOthers) return all;
  return {
    state: shown,
    moment: then,
    bytes: source,
    trace: recorded,
    selection,
    onSelect: (place) => onSelect(placeInAll(place, memory)),
    onGo,
    breakpoints: breakpointsInMemory(breakpoints, memory),
    onBreakpoints: (set) => onBreakpoints(breakpointsInAll(set, breakpoints, memory)),
  };
}
