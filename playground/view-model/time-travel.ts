import type { ByteRange } from '../trace/memory-state.ts';
import type { Destination, Direction, Moment, Trace } from '../trace/trace.ts';

/** Where somebody stands in a recorded run. A new object with each change. */
export interface Position {
  /** The step that was asked for last: the moment that is shown may be a few milliseconds behind. */
  readonly step: number;
  readonly isPlaying: boolean;
}

interface Surroundings {
  readonly onMoment: (moment: Moment) => void;
  readonly onProblem: (message: string) => void;
  /** Resolves when what was shown last is on the screen. */
  readonly nextFrame: () => Promise<void>;
}

/**
 * Moves through one recorded run. However fast the steps are asked for, one question is under way at a time, and the
 * newest step wins; the next one is asked when the panels have read the bytes of the one before.
 */
export class TimeTravel {
  #position: Position;
  #shown: number | null = null;
  #isLoading = false;
  #isOver = false;
  #reads = new Set<Promise<unknown>>();
  #searches: Promise<void> = Promise.resolve();
  /** Moves that were asked for and are not made: searches under way, and all that came after the end. */
  #asked: ((travel: TimeTravel) => void)[] = [];
  /** Goes through a newer recording of the same run. */
  #next: TimeTravel | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(
    readonly trace: Trace,
    readonly surroundings: Surroundings,
    from = trace.steps,
  ) {
    this.#position = { step: this.#within(from), isPlaying: false };
    void this.#load();
  }

  /** Whether it has ended: there is another run now, or soon. */
  get isOver(): boolean {
    return this.#isOver;
  }

  readonly position = (): Position => this.#position;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Goes to a step; those past the ends count as the ends. Playback ends. */
  go(step: number): void {
    this.pause();
    this.#asked = this.#isOver ? [(travel) => travel.go(step)] : [];
    this.#move(step);
    this.#next?.go(step);
  }

  /** Goes to the nearest destination; where there is none, to the end in this direction, or nowhere. */
  find(direction: Direction, destinations: readonly Destination[], otherwise: 'stay' | 'end' = 'stay'): Promise<void> {
    if (this.#next) return this.#next.find(direction, destinations, otherwise);
    this.pause();
    const again = (travel: TimeTravel): void => void travel.find(direction, destinations, otherwise);
    this.#asked.push(again);
    // One after the other: each starts where the one before arrived.
    this.#searches = this.#searches.then(async () => {
      if (this.#isOver) return;
      const from = this.#position.step;
      const found = await this.#search(from, direction, destinations);
      if (this.#isOver) return;
      this.#asked = this.#asked.filter((each) => each !== again);
      if (this.#position.step !== from) return; // somebody went elsewhere meanwhile
      const end = direction === 'forward' ? this.trace.steps : 0;
      if (found !== null) this.#move(found);
      else if (otherwise === 'end') this.#move(end);
    });
    return this.#searches;
  }

  /** Goes on step by step, at most `speed` a second, up to the first destination or the end. */
  async play(speed: number, destinations: readonly Destination[]): Promise<void> {
    if (this.#position.step >= this.trace.steps) this.#move(0);
    const from = this.#position.step;
    this.#set({ isPlaying: true });
    const last = (await this.#search(from, 'forward', destinations)) ?? this.trace.steps;
    const tick = () => {
      if (!this.#position.isPlaying) return;
      // What is shown must keep up, or it would be skipped.
      if (!this.#isLoading) this.#move(this.#position.step + 1);
      if (this.#position.step >= last) this.pause();
      else this.#timer = setTimeout(tick, 1000 / speed);
    };
    this.#timer = setTimeout(tick, 1000 / speed);
  }

  pause(): void {
    clearTimeout(this.#timer);
    if (this.#position.isPlaying) this.#set({ isPlaying: false });
  }

  /** Bytes at a step. The next moment waits for them. */
  read(step: number, range: ByteRange): Promise<Uint8Array> {
    const answer = this.trace.read(step, range);
    this.#reads.add(answer);
    const done = () => this.#reads.delete(answer);
    answer.then(done, done);
    return answer;
  }

  /** Nothing is asked or told any more. */
  end(): void {
    this.pause();
    this.#isOver = true;
  }

  /** Ends, and has one that goes through a newer recording of the same run make the moves that are still asked for here. */
  goOnIn(next: TimeTravel): void {
    this.end();
    this.#next = next;
    for (const ask of this.#asked) ask(next);
  }

  #within(step: number): number {
    return Math.max(0, Math.min(this.trace.steps, Math.round(step)));
  }

  #move(step: number): void {
    const next = this.#within(step);
    if (next === this.#position.step) return;
    this.#set({ step: next });
    void this.#load();
  }

  #set(change: Partial<Position>): void {
    this.#position = { ...this.#position, ...change };
    for (const listener of this.#listeners) listener();
  }

  async #search(from: number, direction: Direction, destinations: readonly Destination[]): Promise<number | null> {
    if (destinations.length === 0) return null;
    try {
      return await this.trace.find(from, direction, destinations);
    } catch (error) {
      if (!this.#isOver) this.surroundings.onProblem(messageOf(error));
      return null;
    }
  }

  async #load(): Promise<void> {
    if (this.#isLoading) return;
    this.#isLoading = true;
    try {
      while (!this.#isOver && this.#shown !== this.#position.step) {
        const { step } = this.#position;
        const moment = await this.trace.at(step);
        if (this.#isOver) return;
        this.#shown = step;
        this.surroundings.onMoment(moment);
        await this.surroundings.nextFrame();
        await Promise.allSettled([...this.#reads]);
      }
    } catch (error) {
      if (!this.#isOver) this.surroundings.onProblem(messageOf(error));
    } finally {
      this.#isLoading = false;
    }
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
