import type { ByteRange, ByteSource, MemoryState } from '../trace/memory-state.ts';
import type { Place } from '../view-model/place.ts';

/** What every panel of memory gets. */
export interface PanelProps {
  /** Null before the first run. */
  readonly state: MemoryState | null;
  readonly bytes: ByteSource;
  /** What is selected: the same bytes in every panel. */
  readonly selection: Place | null;
  readonly onSelect: (selection: Place) => void;
}

/** The bytes that the bytes panel shows now: it tells them, and a map beside it marks them. */
export interface ShownBytes {
  readonly shown: ByteRange | null;
  readonly onShown: (range: ByteRange | null) => void;
}
