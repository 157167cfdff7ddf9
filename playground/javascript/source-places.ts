// As they are before a script may replace them: what is searched names the hook.
const { apply } = Reflect;
const { indexOf, slice } = String.prototype;

/** Tells places in a script's source from places in its instrumented code. */
export class SourcePlaces {
  readonly #lines: readonly number[];

  constructor(
    readonly code: string,
    readonly source: string,
    readonly segments: readonly (readonly [code: number, source: number])[],
  ) {
    this.#lines = [0, ...[...code.matchAll(/\n/g)].map(({ index }) => index + 1)];
  }

  /** The column in the source of a column in the code, both from 1. Lines are the same. */
  column(line: number, column: number): number {
    const start = this.#lines[line - 1];
    return start === undefined ? column : this.#offset(start + column - 1) - this.#offset(start) + 1;
  }

  /** The offset in the source of a place in the code, counted from 1; null when there is no such line. */
  offset(line: number, column: number): number | null {
    const start = this.#lines[line - 1];
    return start === undefined ? null : this.#offset(start + column - 1);
  }

  /** The part of the source from which a part of the code was made; null when it is no part of it. */
  text(part: string): string | null {
    const at = apply(indexOf, this.code, [part]) as number;
    return at < 0 ? null : (apply(slice, this.source, [this.#offset(at), this.#offset(at + part.length)]) as string);
  }

  /** Inserted code stands where it was inserted. */
  #offset(code: number): number {
    let index = 0;
    while ((this.segments[index + 1]?.[0] ?? Number.POSITIVE_INFINITY) <= code) index++;
    const segment = this.segments[index];
    const next = this.segments[index + 1]?.[1] ?? this.source.length;
    return segment ? Math.min(segment[1] + code - segment[0], next) : code;
  }
}

type Segments = SourcePlaces['segments'];

/** Segments from code to source, of those from the code to what lies between and from there to the source. */
export function composed(outer: Segments, inner: Segments): Segments {
  return outer.flatMap(([code, from], index) => {
    const length = (outer[index + 1]?.[0] ?? Number.POSITIVE_INFINITY) - code;
    const first = inner.findLast(([between]) => between <= from) ?? [0, 0];
    const rest = inner.filter(([between]) => between > from && between < from + length);
    return [
      [code, first[1] + from - first[0]] as const,
      ...rest.map(([between, source]) => [code + between - from, source] as const),
    ];
  });
}
