import { type Growth, pageSize } from '../../trace/memory-state.ts';
import type { ScriptStack } from './script-stack.ts';
import type { Views } from './views.ts';

/**
 * Every growth of a memory, and the views that it detached. `memory.grow` of this one memory is replaced, so that
 * JavaScript's growth is known with its line; one by an instruction of the program is noticed at the next `check`.
 */
export class Growths {
  readonly #list: Growth[] = [];
  #pages: number;
  #inHostCall = 0;
  /** Called when a script has grown memory, with its line (0 when unknown) and the pages added. */
  onGrowth: (line: number, pages: number) => void = () => undefined;

  constructor(
    readonly memory: WebAssembly.Memory,
    readonly views: Views,
    readonly scripts: ScriptStack,
  ) {
    this.#pages = pagesOf(memory);
    const grow = memory.grow.bind(memory);
    Object.defineProperty(memory, 'grow', {
      configurable: true,
      writable: true,
      value: (delta: number) => {
        this.check();
        const from = grow(delta);
        this.#record(this.#inHostCall > 0 ? 'program' : 'javascript');
        return from;
      },
    });
  }

  get list(): readonly Growth[] {
    return this.#list;
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
    if (this.views.isStale()) this.#record('program');
  }

  #record(by: Growth['by']): void {
    const from = this.#pages;
    this.#pages = pagesOf(this.memory);
    this.#list.push({ from, to: this.#pages, by });
    const line = this.scripts.innermost();
    this.views.detachAll(this.#list.length - 1, line);
    if (by === 'javascript') this.onGrowth(line ?? 0, this.#pages - from);
  }
}

function pagesOf(memory: WebAssembly.Memory): number {
  return memory.buffer.byteLength / pageSize;
}
