import { bareList } from './intrinsics.ts';

/** How bytes may be written: somehow; all together, as an element; as an element, and certainly. */
export const pendingKinds = { somehow: 0, element: 1, stored: 2 } as const;

/** One call of a script's function. Scripts hold it without being able to name it. */
export class ScriptFrame {
  /** The frame that called or resumed it. */
  caller: ScriptFrame | null;
  /** Whether it waits: for a promise, or to be resumed by its caller. */
  isSuspended = false;
  /** The line that it has come to; 0 before the first. */
  line = 0;
  /** The step in which it came there, and the last in which it went on: they differ after steps of what it called. */
  statement = 0;
  lastStep = 0;
  /** Calls of the program that were open when it was entered or resumed. */
  depth = 0;
  /** The variables that can be read there, and their values. */
  variables: readonly number[] = bareList();
  values: (() => readonly unknown[]) | null = null;
  /** By variable: the number of the text that was told last, and the value if it is no object. */
  readonly told = bareList<number>();
  readonly known = bareList<unknown>();
  /** Bytes that the statement that it has come to may write, three numbers each: where they start and end, how. */
  readonly pending = bareList<number>();
  pendingCount = 0;

  /** The view whose element is assigned once the value is there, and the element's index. */
  target: ArrayBufferView | null = null;
  targetIndex = 0;

  constructor(
    readonly number: number,
    caller: ScriptFrame | null,
  ) {
    this.caller = caller;
  }

  mayWrite(start: number, end: number, how: number): void {
    const { pending } = this;
    pending[this.pendingCount++] = start;
    pending[this.pendingCount++] = end;
    pending[this.pendingCount++] = how;
  }

  /** The value for the element that was told last is there: it is stored next. */
  stores(): void {
    const { pending } = this;
    for (let at = this.pendingCount - 1; at > 0; at -= 3) {
      if (pending[at] !== pendingKinds.element) continue;
      pending[at] = pendingKinds.stored;
      return;
    }
  }
}
