import type { CodePlace, EmbindHandle, ReferenceCount } from '../../trace/memory-state.ts';
import type { GlueModule, HandleWitness } from './glue.ts';
import { HandlePreviews } from './handle-preview.ts';

/** Handles remembered at most: those that are gone are forgotten first, then the oldest. */
const capacity = 500;
/** Handles that are told with their line: finding it takes long. */
const mostLocated = 1_000;
/** Changes of a reference count that are remembered for each handle: the newest. */
const mostCounts = 100;
/** Handles 0 to 8 stand for `undefined`, `null`, `true` and `false`, and are never released. */
const lastReserved = 8;

interface Known extends Omit<EmbindHandle, 'holds' | 'references'> {
  goneInStep: number | null;
  readonly counts: ReferenceCount[];
  /** What it held, once that is over; of an object the name of its class. */
  holds: string | null;
}

/** What it needs to know of the run. */
interface RunPlace {
  /** Steps made so far. */
  readonly steps: () => number;
  /** The line of C++ or JavaScript that runs. */
  readonly locate: () => CodePlace | null;
  /** Whether the program was ended, and can run nothing any more. */
  readonly isOver: () => boolean;
  readonly isProxy: (value: object) => boolean;
  /** The text of a function as its author wrote it. */
  readonly authorsText: (text: string) => string;
}

/**
 * The handles by which Embind's C++ holds JavaScript values, and its JavaScript holds C++ objects: each with the line
 * and the step that made it.
 */
export class EmbindHandles implements HandleWitness {
  readonly #previews: HandlePreviews;
  #known: Known[] = [];
  readonly #vals = new Map<number, Known>();
  #made = 0;
  #changes = 0;

  constructor(
    readonly glue: Pick<GlueModule, 'embindHandles'>,
    readonly run: RunPlace,
  ) {
    this.#previews = new HandlePreviews(run.isProxy, run.authorsText);
  }

  /** Rises when a handle comes or goes. */
  get changes(): number {
    return this.#changes;
  }

  isOver(): boolean {
    return this.run.isOver();
  }

  valMade(handle: number): void {
    if (handle > lastReserved) this.#vals.set(handle, this.#add('val', handle, null));
  }

  valCounted(handle: number): void {
    const counts = this.#vals.get(handle)?.counts;
    if (!counts) return;
    const step = this.run.steps();
    if (counts.at(-1)?.step === step) counts.pop();
    counts.push({ step, references: Number(this.glue.embindHandles?.[handle + 1]) });
    if (counts.length > mostCounts) counts.shift();
    this.#changes++;
  }

  valGone(handle: number): void {
    const known = this.#vals.get(handle);
    this.#vals.delete(handle);
    if (known) this.#end(known, this.#previews.show(this.glue.embindHandles?.[handle]));
  }

  objectMade(className: string, address: number, isShared: boolean): object {
    return this.#add(isShared ? 'shared-object' : 'object', address >>> 0, className);
  }

  objectGone(made: object | undefined): void {
    const known = made as Known | undefined;
    if (known) this.#end(known, known.holds);
  }

  /** JavaScript values that C++ holds and that {@link list} lacks: of very many the oldest are forgotten. */
  get unlistedVals(): number {
    return this.#vals.size - this.#known.filter(({ kind, goneInStep }) => kind === 'val' && goneInStep === null).length;
  }

  list(): readonly EmbindHandle[] {
    const { embindHandles } = this.glue;
    return this.#known.map(({ kind, number, madeAt, madeInStep, goneInStep, holds, counts }) => ({
      ...{ kind, number, madeAt, madeInStep, goneInStep, counts: [...counts] },
      holds: holds ?? this.#previews.show(embindHandles?.[number]),
      references: goneInStep !== null ? 0 : kind === 'val' ? Number(embindHandles?.[number + 1]) : 1,
    }));
  }

  #add(kind: EmbindHandle['kind'], number: number, holds: string | null): Known {
    const madeAt = ++this.#made > mostLocated ? null : this.run.locate();
    const madeInStep = this.run.steps();
    const counts = [{ step: madeInStep, references: 1 }];
    const known: Known = { kind, number, madeAt, madeInStep, goneInStep: null, holds, counts };
    this.#changes++;
    this.#known.push(known);
    if (this.#known.length > capacity) {
      const live = this.#known.filter(({ goneInStep }) => goneInStep === null);
      this.#known = live.slice(-capacity / 2);
    }
    return known;
  }

  #end(known: Known, held: string | null): void {
    known.goneInStep = this.run.steps();
    known.holds = held;
    this.#changes++;
  }
}
