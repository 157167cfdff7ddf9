import type { ReplayEngine } from '../../trace/replay-engine.ts';
import type { BlockLives } from './block-lives.ts';
import type { Rerun, WindowSize } from './rerun.ts';
import { localStep, type RunWindow } from './run-window.ts';

/** Steps of a window that is shown, and those before the one that is asked for. */
const windowSteps = 100_000;
const overlap = 500;

/** Engines that replay windows: of what is shown, and of what is looked through. */
export interface WindowEngines {
  readonly shown: ReplayEngine;
  readonly passing: ReplayEngine;
}

/** The parts of a long run that were recorded when they were asked for: one is kept, others are looked at and forgotten. */
export class RunWindows {
  /** Bytes of log after which a window ends early, one step being much work of a library; of one that is looked through. */
  bytes = { shown: 32_000_000, passing: 48_000_000 };
  /** How often a window was asked for that is shown. */
  asked = 0;
  #shown: RunWindow | null = null;
  /** Steps of which each was more than a window holds. */
  readonly #heavy = new Set<number>();
  /** One rerun at a time: they share engines. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    readonly rerun: Rerun,
    readonly engines: WindowEngines,
    readonly lives: BlockLives,
    /** All steps of the run. */
    readonly steps: number,
  ) {}

  /** The one that is kept. */
  get shown(): RunWindow | null {
    return this.#shown;
  }

  /** Asks the window that holds a step, told as the engine counts it; runs the program again when it is another one. */
  within<Answer>(
    step: number,
    ask: (window: RunWindow, engine: ReplayEngine, local: number) => Answer,
  ): Promise<Answer> {
    this.asked++;
    return this.exclusively(async () => {
      const known = this.#shown;
      this.#shown = null;
      const window = known && this.#has(known, step) ? known : await this.#record(step);
      this.#shown = window;
      return ask(window, this.engines.shown, localStep(step, window));
    });
  }

  /** Records a window to look at once. To be called while nobody else records. */
  pass(from: number, size: WindowSize): Promise<RunWindow> {
    return this.rerun.record(from, size, { lives: this.lives, lines: [] }, this.engines.passing);
  }

  /** One after the other; others may ask in between. */
  exclusively<Answer>(act: () => Promise<Answer>): Promise<Answer> {
    const answer = this.#turn.then(act);
    this.#turn = answer.catch(() => undefined);
    return answer;
  }

  /** Whether a window tells all of a step: what the one before did, too, where that can be recorded. */
  #has(window: RunWindow, step: number): boolean {
    const isFirst = step === window.from && window.from > 0 && !this.#heavy.has(step - 1);
    // What runs next at the end of a window is told by the next one alone.
    const last = window.isCut || window.to === this.steps ? window.to : window.to - 1;
    return step >= window.from && step <= last && !isFirst;
  }

  async #record(step: number): Promise<RunWindow> {
    let from = Math.max(0, step - overlap);
    for (const heavy of this.#heavy) if (heavy < step) from = Math.max(from, heavy + 1);
    const size = { wanted: step, steps: step - from + windowSteps, bytes: this.bytes.shown };
    const before = { lives: this.lives, lines: [] };
    const window = await this.rerun.record(from, size, before, this.engines.shown);
    for (const passed of window.passed) this.#heavy.add(passed);
    if (window.isCut) this.#heavy.add(window.to);
    return window;
  }
}
