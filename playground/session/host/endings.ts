/** Why a program stopped in the middle of a call, other than by a trap or an exception of its own. */
export type Ending =
  | { readonly kind: 'exit'; readonly code: number }
  | { readonly kind: 'abort'; readonly reason: string; readonly location: AssertedAt | null }
  | { readonly kind: 'waiting-for-input' };

/** Where `assert` says it stands. The path is as the compiler saw it. */
export interface AssertedAt {
  readonly path: string;
  readonly line: number;
}

// (module (func (export "trap") unreachable))
const trapModule = new Uint8Array([
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x01, 0x04, 0x01, 0x60, 0x00, 0x00, 0x03, 0x02, 0x01, 0x00, 0x07,
  0x08, 0x01, 0x04, 0x74, 0x72, 0x61, 0x70, 0x00, 0x00, 0x0a, 0x05, 0x01, 0x03, 0x00, 0x00, 0x0b,
]);

/**
 * Ends the running call from inside a function that the program imports. It leaves by a real trap: C++ cannot catch
 * one, so no destructor runs on the way and memory stays as it was at the moment of the ending.
 */
export class Endings {
  readonly #trap = new WebAssembly.Instance(new WebAssembly.Module(trapModule)).exports.trap as () => void;
  readonly #known = new WeakMap<object, Ending>();

  end(ending: Ending): never {
    try {
      this.#trap();
    } catch (trap) {
      this.#known.set(trap as object, ending);
      throw trap;
    }
    throw new Error('unreachable did not trap');
  }

  /** The ending that a caught value stands for, or null when it is something else. */
  of(thrown: unknown): Ending | null {
    return typeof thrown === 'object' && thrown !== null ? (this.#known.get(thrown) ?? null) : null;
  }
}
