import { memorySpan } from './memory-state.ts';

/** Whole records of a log, in its 32-bit words. */
export type LogWords = Uint32Array<ArrayBuffer>;

/** Part of a run's log, with the pieces of memory that it changed as they were after its last record. */
export interface LogSection {
  /** What no part before it brought: see `LogMessage`. */
  readonly words: LogWords;
  /** Indices of the pieces: piece n begins at byte `n * pieceSize`, counted over all memories: see `memorySpan`. */
  readonly pieces: Uint32Array<ArrayBuffer>;
  /** Their bytes, one after the other. */
  readonly contents: Uint8Array<ArrayBuffer>;
}

/** A port that nobody listens to any more: what is sent to it is gone at once. Made where `transfer` is missing. */
const closedPort = 'transfer' in ArrayBuffer.prototype ? undefined : closedMessagePort();

function closedMessagePort(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  return port1;
}

/**
 * Gives the memory of words back that nobody uses any more, without waiting for the collector: the next words are then
 * written where these lay. Memory that was never used costs a run more than all that is written to it.
 */
export function release({ buffer }: LogWords): void {
  if (closedPort) closedPort.postMessage(undefined, [buffer]);
  else buffer.transfer(0);
}

/** Bytes of the pieces in which memory is compared and kept. */
export const pieceSize = 4096;

/** The number of the first piece of a memory, divided by its index. */
export const memoryPieces = memorySpan / pieceSize;

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
  'goes-on',
  'view-within',
  'memory',
] as const;
export type NoteKind = (typeof noteKinds)[number];

/** Not looked for in the list: where scripts run, they may have replaced what looks. */
const numbers = Object.fromEntries(noteKinds.map((kind, number) => [kind, number])) as Readonly<
  Record<NoteKind, number>
>;

/** Notes that are steps: those from `call` to `statement`, and statements that go on. */
export const isStep = (kind: NoteKind): boolean =>
  (numbers[kind] >= numbers.call && numbers[kind] <= numbers.statement) || kind === 'goes-on';

export const noteHeader = (kind: NoteKind): number => noteRecord | (numbers[kind] << 4);

/** A growth by the host. */
export const growthHeader = growRecord | (1 << 4);

/** Who changed a range of bytes: the host for the program, or a script. */
export const rangeHeader = (by: 'host' | 'script'): number => rangeRecord | ((by === 'host' ? 4 : 5) << 4);
