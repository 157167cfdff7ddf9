import {
  type BoundaryCopy,
  type BoundaryHistory,
  type Crossing,
  type CrossingPart,
  goesTo,
  type PassedValue,
} from './crossings.ts';
import { type CodePlace, toAddress } from './memory-state.ts';
import { deepestCrossing, mostCrossings, partSeparator, scriptEvents, textSeparator } from './script-log.ts';

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };
interface Open extends Omit<Writable<Crossing>, 'parts' | 'place'> {
  readonly parts: (Open | Told)[];
  readonly line: number;
}
interface Told extends Omit<BoundaryCopy, 'place'> {
  readonly line: number;
}

/** Finds the place that ran when a run had made so many steps: in a script where its line is given, else in the program. */
export type PlaceAt = (steps: number, scriptLine: number) => CodePlace | null;

const ways = ['in', 'out', 'glue'] as const;
const directions = ['in', 'out', 'view'] as const;

/** Reads what a run told of calls and copies over the boundary. It may be forged: what no run tells is refused. */
export class CrossingHistory {
  readonly #roots: (Open | Told)[] = [];
  readonly #open: Open[] = [];
  readonly #called = new Map<number, string[]>();
  #count = 0;
  /** Bytes of the largest copy: beyond the most that is told, larger ones are still. */
  #largest = 0;
  #lastStep = 0;

  /** Takes an event of {@link scriptEvents}. False when no run tells such. */
  take(
    kind: number,
    [first = 0, second = 0, third = 0, fourth = 0]: readonly number[],
    texts: readonly string[],
  ): boolean {
    const parts = texts[second]?.split(partSeparator);
    if (!parts || first < this.#lastStep) return false;
    this.#lastStep = first;
    if (kind === scriptEvents.crossed) return this.#close(first, parts, third);
    const isLarger = kind === scriptEvents.copied && parts[0] !== 'view' && fourth > this.#largest;
    if (++this.#count > mostCrossings && !isLarger) return false;
    if (isLarger) this.#largest = fourth;
    return kind === scriptEvents.cross
      ? this.#begin(first, parts, third, fourth)
      : this.#copy(first, parts, third, fourth);
  }

  /** All of it; crossings that are open ended at the last step. */
  tell(steps: number, placeAt: PlaceAt): BoundaryHistory {
    const told = ({ line, ...part }: Open | Told): CrossingPart => {
      if (part.kind === 'copy') return { ...part, place: line > 0 ? placeAt(part.step, line) : null };
      const ended = part.ending === 'open' ? steps : Math.min(steps, part.ended);
      const place = line > 0 || part.way === 'out' ? placeAt(part.begun, line) : null;
      return { ...part, ended, place, parts: part.parts.map(told) };
    };
    return { parts: this.#roots.map(told), isFull: this.#count >= mostCrossings };
  }

  /** The steps to go to for each call and copy outside of others, in order: before a call, and after a copy. */
  steps(last: number): readonly number[] {
    return this.#roots.map((part) => Math.min(last, goesTo(part)));
  }

  /** What scripts called when a run had made so many steps, in order. */
  calledAt(steps: number): readonly string[] {
    return this.#called.get(steps) ?? [];
  }

  #begin(step: number, parts: readonly string[], line: number, blocks: number): boolean {
    const [way = '', name = '', count = '', ...values] = parts;
    const known = ways.find((each) => each === way);
    const args = Number(count);
    if (!known || !Number.isInteger(args) || args < 0 || this.#open.length >= deepestCrossing) return false;
    const crossing: Open = {
      kind: 'crossing',
      number: this.#count,
      way: known,
      name,
      args: values.slice(0, args).map(passedValue),
      wired: values.slice(args).map(passedValue),
      result: null,
      wiredResult: null,
      ending: 'open',
      begun: step,
      ended: step,
      line,
      blocks: [blocks + 1, blocks + 1],
      parts: [],
    };
    const outer = this.#open.at(-1);
    if (line > 0 && known !== 'out' && outer?.way !== 'glue') {
      const names = this.#called.get(step) ?? [];
      this.#called.set(step, names);
      names.push(name);
    }
    (outer?.parts ?? this.#roots).push(crossing);
    this.#open.push(crossing);
    return true;
  }

  #close(step: number, [ending, result, wired]: readonly string[], blocks: number): boolean {
    const crossing = this.#open.pop();
    if (!crossing || step < crossing.begun || blocks + 1 < crossing.blocks[0]) return false;
    crossing.ending = ending === 'threw' ? 'threw' : 'returned';
    crossing.ended = step;
    crossing.result = result ? passedValue(result) : null;
    crossing.wiredResult = wired ? passedValue(wired) : null;
    crossing.blocks = [crossing.blocks[0], blocks + 1];
    return true;
  }

  #copy(step: number, parts: readonly string[], address: number, bytes: number): boolean {
    const [way, line = '', by = '', encoding = '', units = '', text = ''] = parts;
    const direction = directions.find((each) => each === way);
    if (!direction || !/^\d{1,10}$/.test(line) || !/^\d{0,16}$/.test(units)) return false;
    const copy: Told = {
      kind: 'copy',
      step,
      direction,
      range: { start: toAddress(address), end: toAddress(address + bytes) },
      by: by === '' ? [] : by.split(textSeparator),
      line: Number(line),
      string: encoding ? { encoding, units: Number(units), text } : null,
    };
    (this.#open.at(-1)?.parts ?? this.#roots).push(copy);
    return true;
  }
}

/** A value as it was told: see `previewOf` in playground/session. */
function passedValue(told: string): PassedValue {
  const [type = '', text = '', start, end] = told.split(textSeparator);
  const isWindow = start !== undefined && end !== undefined && /^\d{1,10}$/.test(start) && /^\d{1,10}$/.test(end);
  return { type, text, range: isWindow ? { start: toAddress(Number(start)), end: toAddress(Number(end)) } : null };
}
