import type { ByteRange, ByteSource, MemoryState } from '../trace/memory-state.ts';

/** What is selected: the same bytes in every panel. */
export interface PanelSelection {
  readonly range: ByteRange;
  /** What the learner chose: a symbol, a block, an address. */
  readonly label: string;
}

/** What every panel of memory gets. */
export interface PanelProps {
  /** Null before the first run. */
  readonly state: MemoryState | null;
  readonly bytes: ByteSource;
  readonly selection: PanelSelection | null;
  readonly onSelect: (selection: PanelSelection) => void;
}
