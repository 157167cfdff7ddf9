/** Part of a run's log, with the pieces of memory that it changed as they were after its last record. */
export interface LogSection {
  readonly words: Uint32Array<ArrayBuffer>;
  /** Indices of the pieces: piece n begins at byte `n * pieceSize`. */
  readonly pieces: Uint32Array<ArrayBuffer>;
  /** Their bytes, one after the other. */
  readonly contents: Uint8Array<ArrayBuffer>;
}

/** Bytes of the pieces in which memory is compared and kept. */
export const pieceSize = 4096;

// Numbers of `record_kind`, `note_kind` and `range_cause` in the engine's log format.
const rangeRecord = 7;
const growRecord = 8;
const noteRecord = 14;

/** What the host tells of itself, in the order of `note_kind`. */
export const noteKinds = [
  'output',
  'import-call',
  'import-done',
  'call',
  'called',
  'script',
  'scripted',
  'view',
  'growth',
  'statement',
  'finding',
] as const;
export type NoteKind = (typeof noteKinds)[number];

/** Notes that are steps: those from `call` to `statement`. */
export const isStep = (kind: NoteKind): boolean =>
  noteKinds.indexOf(kind) >= noteKinds.indexOf('call') && kind !== 'finding';

export const noteHeader = (kind: NoteKind): number => noteRecord | (noteKinds.indexOf(kind) << 4);

/** A growth by the host. */
export const growthHeader = growRecord | (1 << 4);

/** Who changed a range of bytes: the host for the program, or a script. */
export const rangeHeader = (by: 'host' | 'script'): number => rangeRecord | ((by === 'host' ? 4 : 5) << 4);
