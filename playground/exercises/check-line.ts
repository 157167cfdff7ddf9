/** A mistake in a line, at a column counted from 1. Thrown while a line is read, never beyond it. */
export class CheckLineError extends Error {
  constructor(
    message: string,
    readonly column: number,
  ) {
    super(message);
  }
}

/** Reads a line from left to right; what it refuses names its column. */
export class CheckLine {
  #at = 0;

  constructor(readonly text: string) {}

  get column(): number {
    return this.#at + 1;
  }

  /** Takes what the pattern matches here, after spaces; null when it does not match. */
  take(pattern: RegExp): string | null {
    this.#at += /^\s*/.exec(this.text.slice(this.#at))?.[0].length ?? 0;
    const found = new RegExp(`^(?:${pattern.source})`, pattern.flags).exec(this.text.slice(this.#at))?.[0];
    if (found === undefined) return null;
    this.#at += found.length;
    return found;
  }

  /** Takes what the pattern matches; `expected` names it when it is not there. */
  need(pattern: RegExp, expected: string): string {
    const found = this.take(pattern);
    if (found !== null) return found;
    const hint =
      /=\s*$/.test(this.text.slice(0, this.#at)) && this.text[this.#at] === '=' ? '; compare by one `=`' : '';
    throw new CheckLineError(`expected ${expected} here${hint}`, this.column);
  }

  /** A whole number that is not negative, decimal or hexadecimal. */
  count(what: string): number {
    const negative = this.take(/-\d+\b/);
    if (negative !== null)
      throw new CheckLineError(
        `\`${negative}\` is less than 0; write ${what}, 0 or more`,
        this.column - negative.length,
      );
    return Number(this.need(/0x[\da-f]+\b|\d+\b/i, what));
  }

  /** Text between double quotes, with `\n`, `\t`, `\"` and `\\`. */
  quoted({ mayBeEmpty = false } = {}): string {
    const text = mayBeEmpty
      ? this.need(/"(?:[^"\\]|\\.)*"/, 'text in double quotes')
      : this.need(/"(?:[^"\\]|\\.)+"/, 'text in double quotes, a character at least');
    return text.slice(1, -1).replace(/\\(.)/g, (_, escaped: string) => escapes[escaped] ?? escaped);
  }

  symbol(): string {
    return this.need(/[A-Za-z_]\w*(?:::[A-Za-z_]\w*)*/, 'the name of a global');
  }

  end(): void {
    const rest = this.take(/\S.*/);
    if (rest === null) return;
    const hint = /^(bytes?|[kmg]i?b)$/i.test(rest) ? '; sizes are numbers of bytes, without a unit' : '';
    throw new CheckLineError(`\`${rest}\` is too much here${hint}`, this.column - rest.length);
  }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t' };
