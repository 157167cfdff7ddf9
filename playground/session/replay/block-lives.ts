import type { RawLine, RawSurvey } from '../../trace/raw-survey.ts';

/** The lines that allocated and released a block: steps of the run. Null where nobody knows, or where it did not happen. */
interface BlockLife {
  readonly allocated: RawLine | null;
  readonly released: RawLine | null;
}

const unknown: BlockLife = { allocated: null, released: null };

/** Who allocated and released the blocks of a run, as far as it has been looked through. */
export class BlockLives {
  readonly #lives = new Map<number, BlockLife>();
  /** How `main` was entered: its function, its frame from 1, and the blocks there were before. */
  main: RawSurvey['main'] = null;
  /** Addresses among the program's data that the allocator wrote. */
  readonly allocatorWords = new Set<number>();

  of(id: number): BlockLife {
    return this.#lives.get(id) ?? unknown;
  }

  /** Takes over what a part of the run tells. `idOf` and `stepOf` give the run's numbers for the part's. */
  take(
    { blocks, main, allocatorWords }: RawSurvey,
    idOf: (id: number) => number,
    stepOf: (step: number) => number | null,
  ): void {
    const line = (of: RawLine | null): RawLine | null => of && [of[0] === null ? null : stepOf(of[0]), of[1]];
    for (const [local, allocated, released] of blocks) {
      const id = idOf(local);
      const known = this.of(id);
      this.#lives.set(id, {
        allocated: line(allocated) ?? known.allocated,
        released: line(released) ?? known.released,
      });
    }
    this.main ??= main;
    for (const address of allocatorWords) this.allocatorWords.add(address);
  }
}
