import type { MemoryState } from '../trace/memory-state.ts';
import { counted, formatAddress, formatCount, formatSize } from './hexadecimal.ts';

/** What panels say where the module does not tell where its stack lies. */
const unknown = 'not known: the module does not tell where it lies';

/** How far the shadow stack reached. It grows from its end down to its start. */
export interface StackUse {
  /** The lowest address that was in use, within the stack. */
  readonly low: number;
  /** Bytes in use at most, and now; both within the stack. */
  readonly most: number;
  readonly now: number;
  /** Bytes by which the stack pointer went below the stack; 0 when it stayed inside. */
  readonly overflow: number;
}

/** Null where the module does not tell where its stack lies. */
export function stackUse({ layout, stackLow, stackPointer }: MemoryState): StackUse | null {
  if (!layout.stack || stackLow === null || stackPointer === null) return null;
  const { start, end } = layout.stack;
  const inside = (address: number): number => Math.min(end, Math.max(start, address));
  return {
    low: inside(stackLow),
    most: end - inside(stackLow),
    now: end - inside(stackPointer),
    overflow: Math.max(0, start - stackLow),
  };
}

/** `80 of 65,536 bytes used at most, 0 now` */
export function stackInWords(state: MemoryState): string {
  const use = stackUse(state);
  if (!use || !state.layout.stack) return unknown;
  const { most, now } = use;
  const { start, end } = state.layout.stack;
  return `${formatCount(most)} of ${counted(end - start, 'byte')} used at most, ${formatCount(now)} now`;
}

/** What an overflow of the stack may have overwritten; null when there was none. Nothing traps when it happens. */
export function overflowInWords(state: MemoryState): string | null {
  const overflow = stackUse(state)?.overflow ?? 0;
  const { stackLow } = state;
  const { data, stack } = state.layout;
  if (overflow === 0 || !stack || stackLow === null) return null;
  const isInData = data !== null && data.start < stack.start && data.end > stackLow;
  const into = isInData ? 'into static data' : 'below everything that the linker placed';
  return `Stack overflow ${into}: the stack pointer went down to ${formatAddress(stackLow)}, ${formatSize(overflow)} below the stack.`;
}
