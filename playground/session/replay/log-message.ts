import type { Recording } from '../../trace/engine.ts';
import type { LogSection, LogWords } from '../../trace/log.ts';
import type { ReplayEngine } from '../../trace/replay-engine.ts';
import type { ScriptPart } from '../../trace/script-log.ts';
import { typedBuffer } from '../host/intrinsics.ts';

const { iterator } = Symbol;

/** Why recording ended before the run did. */
export type RecordingEnd = 'budget' | 'step-limit';

/** What a run tells of itself: how its memory was before it began, then section after section of its log. */
export type LogMessage =
  | {
      readonly kind: 'begin';
      readonly recording: Recording;
      /** Size of memory. */
      readonly pages: number;
      /** The same of the memories beside it, in order. */
      readonly others: readonly number[];
      /** Address at which the C library keeps the end of the heap; null when it keeps none. */
      readonly heapEndAt: number | null;
      /** Memory before the first record; no words. */
      readonly section: LogSection;
    }
  /** The first words of the next section, in parts: what holds them can be used again while the section goes on. */
  | { readonly kind: 'part'; readonly words: LogWords }
  | { readonly kind: 'section'; readonly section: LogSection }
  | ({ readonly kind: 'script' } & ScriptPart)
  | { readonly kind: 'end'; readonly why: RecordingEnd }
  | {
      /** Sent when recording has ended before the run: what is needed to run the program again. */
      readonly kind: 'journal';
      /** Those since the last such message. */
      readonly entries: readonly JournalEntry[];
      /** Whether the run can be repeated with them. */
      readonly isWhole: boolean;
      /** Steps made so far. */
      readonly steps: number;
    };

/** Something that reached a program from outside. */
export type JournalEntry =
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly (number | bigint)[] }
  /** An import returned to the program, or never did. */
  | { readonly kind: 'return'; readonly value: number | bigint }
  | { readonly kind: 'end' }
  | { readonly kind: 'write'; readonly address: number; readonly bytes: Uint8Array }
  /** JavaScript grew memory by so many pages. */
  | { readonly kind: 'grow'; readonly pages: number }
  | { readonly kind: 'note'; readonly words: readonly [number, number, number]; readonly isStep: boolean };

/** The buffers of a message, to be transferred with it. */
export function buffersOf(message: LogMessage): Transferable[] {
  if (message.kind === 'end' || message.kind === 'journal') return [];
  if (message.kind === 'script' || message.kind === 'part') return transferred([typedBuffer(message.words)]);
  const { words, pieces, contents } = message.section;
  return transferred([words.buffer, pieces.buffer, contents.buffer]);
}

/** A list with an iterator of its own: a script may have replaced that of lists, and parts are sent without looking. */
function transferred(buffers: readonly Transferable[]): Transferable[] {
  let index = 0;
  const next = () =>
    index < buffers.length ? { done: false, value: buffers[index++] } : { done: true, value: undefined };
  return { [iterator]: () => ({ next }) } as unknown as Transferable[];
}

/** Bytes of log that a message brings. */
export function logSizeOf(message: LogMessage): number {
  if (message.kind === 'part') return message.words.byteLength;
  return message.kind === 'section' ? message.section.words.byteLength : 0;
}

/** Gives a message's log to a replay. Throws when it cannot be what a recorder wrote. */
export function giveLog(message: LogMessage, replay: ReplayEngine): void {
  if (message.kind === 'part') replay.addPart(message.words);
  if (message.kind === 'section') replay.add(message.section);
}

/** Reads a message that may be forged: learner code shares the worker that sends it. Null when no run sends such. */
export function parseLogMessage(data: unknown): LogMessage | null {
  if (typeof data !== 'object' || data === null) return null;
  const { kind, recording, pages, others, heapEndAt, section, why, ...rest } = data as Partial<Record<string, unknown>>;
  if (kind === 'end') return why === 'budget' || why === 'step-limit' ? { kind, why } : null;
  if (kind === 'journal') return parseJournal(rest);
  if (kind === 'script') return parseScript(rest);
  if (kind === 'part') return isWords(rest.words) ? { kind, words: rest.words } : null;
  const parsed = parseSection(section);
  if (!parsed) return null;
  if (kind === 'section') return { kind, section: parsed };
  const isKnown = recording === 'second-memory' || recording === 'instance';
  if (kind !== 'begin' || !isKnown || !isCount(pages, 65_536)) return null;
  if (heapEndAt !== null && !isCount(heapEndAt, 0xffff_ffff)) return null;
  const areSizes =
    Array.isArray(others) && others.length < mostMemories && others.every((size) => isCount(size, 65_536));
  return areSizes ? { kind, recording, pages, others, heapEndAt, section: parsed } : null;
}

/** As many as the engine records: see `most_memories` in it. */
const mostMemories = 99;

const isCount = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;

function parseSection(data: unknown): LogSection | null {
  if (typeof data !== 'object' || data === null) return null;
  const { words, pieces, contents } = data as Partial<Record<keyof LogSection, unknown>>;
  if (!(isWords(words) && isWords(pieces))) return null;
  if (!(contents instanceof Uint8Array && contents.buffer instanceof ArrayBuffer)) return null;
  return { words, pieces, contents: contents as LogSection['contents'] };
}

const isWords = (data: unknown): data is LogWords => data instanceof Uint32Array && data.buffer instanceof ArrayBuffer;

/** Texts that one message brings, and characters of one. */
const mostTexts = 1_000_000;
const longestText = 10_000;

function parseScript({ words, texts }: Partial<Record<string, unknown>>): LogMessage | null {
  if (!isWords(words)) return null;
  if (!Array.isArray(texts) || texts.length > mostTexts) return null;
  const isText = (text: unknown) => typeof text === 'string' && text.length <= longestText;
  return texts.every(isText) ? { kind: 'script', words, texts } : null;
}

function parseJournal({ entries, isWhole, steps }: Partial<Record<string, unknown>>): LogMessage | null {
  if (!Array.isArray(entries) || typeof isWhole !== 'boolean' || !isCount(steps, 0xffff_fffe)) return null;
  return entries.every(isEntry) ? { kind: 'journal', entries, isWhole, steps } : null;
}

const isNumeric = (value: unknown): boolean => typeof value === 'number' || typeof value === 'bigint';

function isEntry(data: unknown): data is JournalEntry {
  if (typeof data !== 'object' || data === null) return false;
  const entry = data as Partial<Record<string, unknown>>;
  switch (entry.kind) {
    case 'call':
      return typeof entry.name === 'string' && Array.isArray(entry.args) && entry.args.every(isNumeric);
    case 'return':
      return isNumeric(entry.value);
    case 'end':
      return true;
    case 'write':
      return isCount(entry.address, 0xffff_ffff) && entry.bytes instanceof Uint8Array;
    case 'grow':
      return isCount(entry.pages, 65_536);
    case 'note':
      return Array.isArray(entry.words) && entry.words.length === 3 && entry.words.every(isNumeric);
    default:
      return false;
  }
}
