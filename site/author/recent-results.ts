/** Results that cost much to make, by what they were made from. The ones used longest ago are forgotten. */
export class RecentResults<Result> {
  readonly #results = new Map<string, Promise<Result>>();

  /** `most` is how many are kept. */
  constructor(readonly most: number) {}

  /** The result for a key: the known one, or the one that `make` makes. One that fails is not kept. */
  get(key: string, make: () => Promise<Result>): Promise<Result> {
    const known = this.known(key);
    if (known) return known;
    const result = make();
    this.#results.set(key, result);
    result.catch(() => this.#results.delete(key));
    for (const oldest of this.#results.keys()) {
      if (this.#results.size <= this.most) break;
      this.#results.delete(oldest);
    }
    return result;
  }

  /** The result for a key that was made before, or is being made. */
  known(key: string): Promise<Result> | undefined {
    const result = this.#results.get(key);
    if (!result) return undefined;
    this.#results.delete(key);
    this.#results.set(key, result);
    return result;
  }
}
