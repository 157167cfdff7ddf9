/** Frames that may be on their way at once: one is shown while the next one is drawn. */
const mostOut = 2;

/**
 * Says when a program draws: at most once in each frame of the page's own, so never while the page is hidden, and no
 * faster than its pictures are shown.
 */
export class FrameClock {
  #isWanted = false;
  #isScheduled = false;
  #isOver = false;
  #out = 0;

  constructor(
    readonly send: () => void,
    readonly nextFrame: (call: () => void) => unknown = (call) => requestAnimationFrame(call),
  ) {}

  /** The program wants to draw. */
  want(): void {
    this.#isWanted = true;
    this.#schedule();
  }

  /** A frame has come. */
  answered(): void {
    this.#out = Math.max(0, this.#out - 1);
    this.#schedule();
  }

  end(): void {
    this.#isOver = true;
  }

  #schedule(): void {
    if (!this.#isWanted || this.#isScheduled || this.#out >= mostOut) return;
    this.#isScheduled = true;
    this.nextFrame(() => {
      this.#isScheduled = false;
      if (this.#isOver) return;
      this.#isWanted = false;
      this.#out++;
      this.send();
    });
  }
}
