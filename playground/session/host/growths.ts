import { type Growth, pageSize } from '../../trace/memory-state.ts';
import { apply, bufferBytes, isResizable, memoryBuffer, OwnProxy } from './intrinsics.ts';
import type { ScriptPlace, ScriptStack } from './script-stack.ts';
import type { Views } from './views.ts';

/** Growths that are listed: a state with more would take long to report. */
const mostListed = 5_000;

/**
 * Every growth of a memory, and every exchange of its buffer for a resizable one or back, with the views that these
 * detached. The methods of this one memory are replaced, so that what JavaScript does is known with its line. The program
 * tells of each of its instructions.
 */
export class Growths {
  readonly #list: Growth[] = [];
  #count = 0;
  #buffer: ArrayBufferLike;
  #pages: number;
  #isResizable: boolean;
  #inHostCall = 0;
  #exchanges = 0;
  /** Called when a script has grown memory, with its line (0 when unknown) and the pages added. */
  onGrowth: (line: number, pages: number) => void = () => undefined;

  constructor(
    readonly memory: WebAssembly.Memory,
    readonly views: Views,
    readonly scripts: ScriptStack,
    /** Steps that the run has made. */
    readonly steps: () => number = () => 0,
  ) {
    this.#buffer = memoryBuffer(memory);
    this.#pages = bufferBytes(this.#buffer) / pageSize;
    this.#isResizable = isResizable(this.#buffer);
    const { grow } = memory;
    const replace = (name: string, value: (...args: never) => unknown) =>
      Object.defineProperty(memory, name, { configurable: true, writable: true, value });
    replace('grow', (delta: number) => this.#grow(() => apply(grow, memory, [delta])));
    for (const name of ['toResizableBuffer', 'toFixedLengthBuffer'] as const) {
      const exchange = (memory as Partial<WebAssembly.Memory>)[name];
      if (exchange) replace(name, () => this.#during(() => apply(exchange, memory, [])));
    }
  }

  /** The first of them, up to a bound: growth by zero pages has no end. */
  get list(): readonly Growth[] {
    return this.#list;
  }

  /** Rises with each growth and exchange. */
  get changes(): number {
    return this.#count + this.#exchanges;
  }

  /** Has a script's `resize` of memory's buffer told as the growth that it is. To be called before learner code runs. */
  watch(realm: Record<string, unknown>): void {
    const { prototype } = realm.ArrayBuffer as ArrayBufferConstructor;
    const { resize } = prototype as Partial<ArrayBuffer>;
    if (!resize) return;
    const value = new OwnProxy(resize, {
      apply: (target, self, args) => {
        const run = () => apply(target, self, args) as undefined;
        return self === memoryBuffer(this.memory) ? this.#grow(run) : run();
      },
    });
    Object.defineProperty(prototype, 'resize', { value, writable: true, configurable: true });
  }

  /** Runs what the program imports: a growth in it is the program's, because the C library grows memory that way. */
  duringHostCall<Result>(run: () => Result): Result {
    this.#inHostCall++;
    try {
      return run();
    } finally {
      this.#inHostCall--;
    }
  }

  /** To be called after an instruction of the program has grown memory, by zero pages too. */
  grewByInstruction(): void {
    this.#record('program');
  }

  /** Notices growth that nobody told of. */
  check(): void {
    const buffer = memoryBuffer(this.memory);
    const pages = bufferBytes(buffer) / pageSize;
    if (buffer === this.#buffer && pages === this.#pages) return;
    if (pages === this.#pages && isResizable(buffer) !== this.#isResizable) this.#exchanged();
    else this.#record('program');
  }

  #during<Result>(run: () => Result): Result {
    this.check();
    const result = run();
    this.check();
    return result;
  }

  /** By zero pages, too: that detaches views of a buffer of fixed length just as well. */
  #grow<Result>(run: () => Result): Result {
    this.check();
    const result = run();
    this.#record(this.#inHostCall > 0 ? 'program' : 'javascript');
    return result;
  }

  #record(by: Growth['by']): void {
    const from = this.#pages;
    const place = this.scripts.innermost();
    this.#detach(place, this.#count++);
    if (this.#list.length < mostListed) this.#list[this.#list.length] = { from, to: this.#pages, by };
    if (by === 'javascript') this.onGrowth(place?.line ?? 0, this.#pages - from);
  }

  #exchanged(): void {
    this.#exchanges++;
    this.#detach(this.scripts.innermost(), null);
  }

  #detach(by: ScriptPlace | null, growth: number | null): void {
    const before = this.#pages * pageSize;
    this.#buffer = memoryBuffer(this.memory);
    this.#pages = bufferBytes(this.#buffer) / pageSize;
    this.#isResizable = isResizable(this.#buffer);
    this.views.detachAll({ byLine: by?.line ?? null, byFile: by?.path, growth, inStep: this.steps() }, before);
  }
}
