/** One worker that a lane can use and end. */
export interface LaneWorker<Remote> {
  readonly remote: Remote;
  /** Rejects when the worker breaks, and otherwise stays as it is. */
  readonly broken: Promise<never>;
  end(): void;
}

/**
 * Jobs for one worker, one at a time, in order. Aborting a job that runs ends the worker, since nothing else stops
 * clang; the next job gets a new one.
 */
export class Lane<Remote> {
  private readonly open: () => Promise<LaneWorker<Remote>>;
  private worker: Promise<LaneWorker<Remote>> | null = null;
  private last: Promise<unknown> = Promise.resolve();

  /** `open` makes a started worker. */
  constructor(open: () => Promise<LaneWorker<Remote>>) {
    this.open = open;
  }

  /** Resolves to the job's result, or to 'cancelled'. Rejects when the worker cannot be made or breaks. */
  run<Result>(job: (remote: Remote) => Promise<Result>, signal?: AbortSignal): Promise<Result | 'cancelled'> {
    const result = this.last.then(() => this.runNow(job, signal));
    this.last = result.catch(() => {});
    return result;
  }

  /** Ends the worker. The lane can be used again. */
  end(): void {
    const ended = this.worker;
    this.worker = null;
    ended?.then((worker) => worker.end()).catch(() => {});
  }

  private async runNow<Result>(
    job: (remote: Remote) => Promise<Result>,
    signal: AbortSignal | undefined,
  ): Promise<Result | 'cancelled'> {
    if (signal?.aborted) return 'cancelled';
    this.worker ??= this.open();
    const aborted = new Promise<'cancelled'>((resolve) =>
      signal?.addEventListener('abort', () => resolve('cancelled'), { once: true }),
    );
    try {
      const working = this.worker.then((worker) => Promise.race([job(worker.remote), worker.broken]));
      const result = await Promise.race([working, aborted]);
      if (result === 'cancelled') {
        working.catch(() => {});
        this.end();
      }
      return result;
    } catch (error) {
      this.end();
      throw error;
    }
  }
}
