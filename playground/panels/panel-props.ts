import type { ByteRange, ByteSource, MemoryState } from '../trace/memory-state.ts';
import type { Moment, Trace } from '../trace/trace.ts';
import type { Breakpoint } from '../view-model/breakpoints.ts';
import type { Place } from '../view-model/place.ts';

/** What every panel of memory gets. */
export interface PanelProps {
  /** Null before the first run. */
  readonly state: MemoryState | null;
  readonly bytes: ByteSource;
  /** The recorded moment that has this state; null while it is the live one. */
  readonly moment: Moment | null;
  /** What is selected: the same bytes in every panel. */
  readonly selection: Place | null;
  readonly onSelect: (selection: Place) => void;
}

/** What panels get that ask about a recorded run. */
export interface TraceProps {
  /** Null where nothing was recorded. */
  readonly trace: Trace | null;
  /** Goes to a step. */
  readonly onGo: (step: number) => void;
  /** Where going on stops. */
  readonly breakpoints: readonly Breakpoint[];
  readonly onBreakpoints: (breakpoints: readonly Breakpoint[]) => void;
}

/** The bytes that the bytes panel shows now: it tells them, and a map beside it marks them. */
export interface ShownBytes {
  readonly shown: ByteRange | null;
  readonly onShown: (range: ByteRange | null) => void;
}
