import type { Recording } from '../../trace/engine.ts';
import type { LogSection } from '../../trace/log.ts';

/** Why recording ended before the run did. */
export type RecordingEnd = 'budget' | 'step-limit';

/** What a run tells of itself: how its memory was before it began, then section after section of its log. */
export type LogMessage =
  | {
      readonly kind: 'begin';
      readonly recording: Recording;
      /** Size of memory. */
      readonly pages: number;
      /** Address at which the C library keeps the end of the heap; null when it keeps none. */
      readonly heapEndAt: number | null;
      /** Memory before the first record; no words. */
      readonly section: LogSection;
    }
  | { readonly kind: 'section'; readonly section: LogSection }
  | { readonly kind: 'end'; readonly why: RecordingEnd };

/** The buffers of a message, to be transferred with it. */
export function buffersOf(message: LogMessage): ArrayBuffer[] {
  if (message.kind === 'end') return [];
  const { words, pieces, contents } = message.section;
  return [words.buffer, pieces.buffer, contents.buffer];
}

/** Reads a message that may be forged: learner code shares the worker that sends it. Null when no run sends such. */
export function parseLogMessage(data: unknown): LogMessage | null {
  if (typeof data !== 'object' || data === null) return null;
  const { kind, recording, pages, heapEndAt, section, why } = data as Partial<Record<string, unknown>>;
  if (kind === 'end') return why === 'budget' || why === 'step-limit' ? { kind, why } : null;
  const parsed = parseSection(section);
  if (!parsed) return null;
  if (kind === 'section') return { kind, section: parsed };
  const isKnown = recording === 'second-memory' || recording === 'instance';
  if (kind !== 'begin' || !isKnown || !isCount(pages, 65_536)) return null;
  if (heapEndAt !== null && !isCount(heapEndAt, 0xffff_ffff)) return null;
  return { kind, recording, pages, heapEndAt, section: parsed };
}

const isCount = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;

function parseSection(data: unknown): LogSection | null {
  if (typeof data !== 'object' || data === null) return null;
  const { words, pieces, contents } = data as Partial<Record<keyof LogSection, unknown>>;
  const isOwn = (view: { readonly buffer: ArrayBufferLike }) => view.buffer instanceof ArrayBuffer;
  if (!(words instanceof Uint32Array && pieces instanceof Uint32Array && contents instanceof Uint8Array)) return null;
  return isOwn(words) && isOwn(pieces) && isOwn(contents) ? ({ words, pieces, contents } as LogSection) : null;
}
