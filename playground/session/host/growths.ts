import { type Growth, pageSize } from '../../trace/memory-state.ts';
import { apply, bufferBytes, isResizable, memoryBuffer } from './intrinsics.ts';
import type { ScriptStack } from './script-stack.ts';
import type { Views } from './views.ts';

/**
 * Every growth of a memory, and every exchange of its buffer for a resizable one or back, with the views that these
 * detached. The methods of this one memory are replaced, so that what JavaScript does is known with its line; growth by
 * an instruction of the program is noticed at the next `check`.
 */
export class Growths {
  readonly #list: Growth[] = [];
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
    replace('grow', (delta: number) => this.#grow(() => grow.call(memory, delta)));
    for (const name of ['toResizableBuffer', 'toFixedLengthBuffer'] as const) {
      const exchange = (memory as Partial<WebAssembly.Memory>)[name];
      if (exchange) replace(name, () => this.#during(() => exchange.call(memory)));
    }
  }

  get list(): readonly Growth[] {
    return this.#list;
  }

  /** Rises with each growth and exchange. */
  get changes(): number {
    return this.#list.length + this.#exchanges;
  }

  /** Has a script's `resize` of memory's buffer told as the growth that it is. To be called before learner code runs. */
  watch(realm: Record<string, unknown>): void {
    const { prototype } = realm.ArrayBuffer as ArrayBufferConstructor;
    const { resize } = prototype as Partial<ArrayBuffer>;
    if (!resize) return;
    const value = new Proxy(resize, {
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

  /** Notices growth by the program's own instructions. */
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
    const line = this.scripts.innermost();
    this.#detach(line, this.#list.length);
    this.#list.push({ from, to: this.#pages, by });
    if (by === 'javascript') this.onGrowth(line ?? 0, this.#pages - from);
  }

  #exchanged(): void {
    this.#exchanges++;
    this.#detach(this.scripts.innermost(), null);
  }

  #detach(byLine: number | null, growth: number | null): void {
    const before = this.#pages * pageSize;
    this.#buffer = memoryBuffer(this.memory);
    this.#pages = bufferBytes(this.#buffer) / pageSize;
    this.#isResizable = isResizable(this.#buffer);
    this.views.detachAll({ byLine, growth, inStep: this.steps() }, before);
  }
}
