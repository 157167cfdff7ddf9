/** Whether something is going on of which nothing is to be told. */
export class Quiet {
  #isOn = false;

  get isOn(): boolean {
    return this.#isOn;
  }

  /** Runs it quietly, and passes on what it returns or throws. */
  during<Result>(run: () => Result): Result {
    const wasOn = this.#isOn;
    this.#isOn = true;
    try {
      return run();
    } finally {
      this.#isOn = wasOn;
    }
  }
}
