import { countUntil } from './ascending.ts';
import { CrossingHistory } from './crossing-history.ts';
import {
  type AccessKind,
  accessKinds,
  eventWords,
  type MisuseKind,
  misuseKinds,
  mostStatements,
  type ScriptPart,
  scriptEvents,
  unknownCount,
} from './script-log.ts';
import type { ScriptFunction, Site } from './script-sites.ts';

/** What is known of scripts before they run: of several, one after the other. */
export interface ScriptSource {
  readonly sites: readonly (Site & { readonly path: string })[];
  readonly functions: readonly ScriptFunction[];
}

/** A list of numbers that rise, each with another. */
class Series {
  readonly #at: number[] = [];
  readonly #values: number[] = [];

  add(at: number, value: number): void {
    if (this.#at.at(-1) === at) this.#values[this.#values.length - 1] = value;
    else {
      this.#at.push(at);
      this.#values.push(value);
    }
  }

  /** The last entry at or before; null when there is none. */
  last(at: number): { readonly at: number; readonly value: number } | null {
    const index = countUntil(this.#at, at) - 1;
    return index < 0 ? null : { at: this.#at[index] ?? 0, value: this.#values[index] ?? 0 };
  }
}

/** One call of a script's function; what it tells is by moment. */
interface FrameHistory {
  readonly function: number;
  readonly callers: Series;
  readonly depths: Series;
  readonly sites: Series;
  /** By variable. */
  readonly values: Map<number, Series>;
}

/** A frame of a script at one moment. */
export interface ScriptFrameState {
  readonly number: number;
  readonly function: number;
  /** Calls of the program that are open below it. */
  readonly depth: number;
  /** The site that it has come to; null before the first. */
  readonly site: number | null;
}

/** Something that a statement did to bytes of a view. */
export interface ScriptAccess {
  readonly kind: AccessKind;
  readonly view: number;
  readonly address: number;
  readonly size: number;
  /** The step of the statement, and the one that went on. */
  readonly statement: number;
  readonly step: number;
  /** The method that used a whole range; null for an element. */
  readonly method: string | null;
  /** Bytes that a method changed; null where that is not known, and of an element. */
  readonly changed: number | null;
}

/** Something that a statement could not do to one. */
export interface ScriptMisuse extends Pick<ScriptAccess, 'statement' | 'step'> {
  readonly kind: MisuseKind;
  /** A view; or, where none was made, the number of its type. */
  readonly view: number;
  /** What `misuseKinds` tells. */
  readonly first: number;
  readonly second: number;
}

/** A number from its two words. */
function numberOf(low: number, high: number): number {
  return new Float64Array(Uint32Array.of(low, high).buffer)[0] ?? 0;
}

/** In place of a site. */
const none = 0xffff_ffff;
/** Frames of one stack that are told. */
const mostFrames = 200;

/**
 * What instrumented scripts told of a run. A moment is the number of something that they told, a statement or a change of
 * who runs; each belongs to a step. Parts may be forged: what no script tells is refused.
 */
export class ScriptHistory {
  readonly #steps: number[] = [];
  readonly #frames: number[] = [];
  readonly #sites: number[] = [];
  readonly #byNumber = new Map<number, FrameHistory>();
  readonly #texts: string[] = [];
  /** Calls and copies over the boundary, which are told without instrumented scripts too. */
  readonly crossings = new CrossingHistory();
  readonly #accesses = new Map<number, ScriptAccess[]>();
  /** In order. */
  readonly misuses: ScriptMisuse[] = [];
  #statements = 0;

  /** Takes the next part. False when it cannot be one; what came before it stays. */
  add({ words, texts }: ScriptPart): boolean {
    // Not iterated: within one process it may be a list without a prototype.
    for (let index = 0; index < texts.length; index++) this.#texts.push(texts[index] ?? '');
    for (let at = 0; at < words.length; ) {
      const length = eventWords[words[at] ?? 0];
      if (length === undefined || at + length > words.length) return false;
      const [kind = 0, ...rest] = words.subarray(at, at + length);
      if (!this.#take(kind, rest)) return false;
      at += length;
    }
    return true;
  }

  /** Whether scripts went on when they had told all that they may. */
  get isFull(): boolean {
    return this.#statements >= mostStatements;
  }

  get moments(): number {
    return this.#steps.length;
  }

  /** The last moment at or before a step; -1 when there is none. */
  momentAt(step: number): number {
    return countUntil(this.#steps, step) - 1;
  }

  stepOf(moment: number): number {
    return this.#steps[moment] ?? 0;
  }

  /** The site of the statement that is about to run; null when it is no statement. */
  siteAt(moment: number): number | null {
    const site = this.#sites[moment] ?? none;
    return site === none ? null : site;
  }

  /** Frames that are open at a moment, outermost first. */
  framesAt(moment: number): readonly ScriptFrameState[] {
    const frames: ScriptFrameState[] = [];
    for (let number = this.#frames[moment] ?? 0; number !== 0 && frames.length < mostFrames; ) {
      const frame = this.#byNumber.get(number);
      if (!frame) break;
      const site = frame.sites.last(moment)?.value ?? null;
      frames.push({ number, function: frame.function, depth: frame.depths.last(moment)?.value ?? 0, site });
      number = frame.callers.last(moment)?.value ?? 0;
    }
    return frames.reverse();
  }

  /** A variable's value as text, and whether the statement before changed it. */
  value(frame: number, variable: number, moment: number): { readonly text: string; readonly changed: boolean } | null {
    const found = this.#byNumber.get(frame)?.values.get(variable)?.last(moment);
    const text = found && this.#texts[found.value];
    return text === undefined || text === null ? null : { text, changed: found?.at === moment };
  }

  /** What was done to bytes of views in a step. */
  accessesIn(step: number): readonly ScriptAccess[] {
    return this.#accesses.get(step) ?? [];
  }

  /** All of that, in order. */
  *accesses(): Iterable<ScriptAccess> {
    for (const list of this.#accesses.values()) yield* list;
  }

  #take(kind: number, words: readonly number[]): boolean {
    const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0, sixth = 0] = words;
    const now = Math.max(0, this.moments - 1);
    const frame = this.#byNumber.get(first);
    switch (kind) {
      case scriptEvents.enter: {
        if (first === 0 || frame) return false;
        const made = { callers: new Series(), depths: new Series(), sites: new Series(), values: new Map() };
        this.#byNumber.set(first, { function: second, ...made });
        made.callers.add(0, third);
        made.depths.add(0, fourth);
        return true;
      }
      case scriptEvents.resume:
        frame?.callers.add(this.moments, second);
        frame?.depths.add(this.moments, third);
        return frame !== undefined;
      case scriptEvents.statement:
        this.#byNumber.get(third)?.sites.add(this.moments, second);
        return this.#arrive(first, third, second);
      case scriptEvents.current:
        return this.#arrive(first, second, none);
      case scriptEvents.value:
        if (frame && !frame.values.has(second)) frame.values.set(second, new Series());
        frame?.values.get(second)?.add(now, third);
        return frame !== undefined;
      case scriptEvents.access: {
        const how = accessKinds[first];
        const [, , , , , , named = 0, count = unknownCount] = words;
        const list = this.#accesses.get(sixth) ?? [];
        this.#accesses.set(sixth, list);
        const at = { view: second, address: third, size: fourth, statement: fifth, step: sixth };
        const changed = count > fourth ? null : count;
        if (how) list.push({ kind: how, ...at, method: this.#texts[named - 1] ?? null, changed });
        return how !== undefined;
      }
      case scriptEvents.cross:
      case scriptEvents.crossed:
      case scriptEvents.copied:
        return this.crossings.take(kind, [first, second, third, fourth], this.#texts);
      default: {
        const [, , , , , , statement = 0, step = 0] = words;
        const what = misuseKinds[first];
        const [one, other] = [numberOf(third, fourth), numberOf(fifth, sixth)];
        if (what) this.misuses.push({ kind: what, view: second, first: one, second: other, statement, step });
        return what !== undefined;
      }
    }
  }

  #arrive(step: number, frame: number, site: number): boolean {
    if (step < (this.#steps.at(-1) ?? 0) || (frame !== 0 && !this.#byNumber.has(frame))) return false;
    this.#steps.push(step);
    this.#frames.push(frame);
    this.#sites.push(site);
    if (site !== none) this.#statements++;
    return true;
  }
}
