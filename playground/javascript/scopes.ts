import type { ScriptVariable } from '../trace/script-sites.ts';

/** Variables that one step tells at most, the innermost first. */
const mostVisible = 100;

/** Names of one block, with their slots; null while reading them could throw, or when they are no variables. */
type Scope = Map<string, number | null>;

/** The variables of one function, and which of them can be read at the place that is being visited. */
export class FunctionScopes {
  /** `range`: where the function's text is; all of a script for its own. */
  constructor(readonly range: readonly [start?: number, end?: number] = []) {}

  readonly variables: ScriptVariable[] = [];
  readonly #scopes: Scope[] = [new Map()];
  /** Where `var` declares: the function's body, or a class's static block. */
  readonly #varScopes: Scope[] = [...this.#scopes];

  /** Visits a block that declares these names itself. */
  inBlock(names: readonly string[], visit: () => void): void {
    this.#scopes.push(new Map(names.map((name) => [name, null])));
    visit();
    this.#scopes.pop();
  }

  /** Visits a static block, which has its own `var`s. */
  inStaticBlock(visit: () => void): void {
    this.inBlock([], () => {
      this.#varScopes.push(this.#scopes.at(-1) as Scope);
      visit();
      this.#varScopes.pop();
    });
  }

  /** From here on these names can be read. */
  declare(names: readonly string[], kind: 'parameter' | 'var' | 'lexical', line: number): void {
    const scope = (kind === 'lexical' ? this.#scopes : this.#varScopes).at(-1);
    for (const name of names) {
      if (typeof scope?.get(name) === 'number') continue;
      scope?.set(name, this.variables.length);
      this.variables.push({ name, line, role: kind === 'parameter' ? kind : 'local' });
    }
  }

  /** The variable of this function that a name means here; null where it means none, or one that cannot be read. */
  find(name: string): ScriptVariable | null {
    const slot = this.#scopes.findLast((scope) => scope.has(name))?.get(name);
    return (typeof slot === 'number' && this.variables[slot]) || null;
  }

  /** From here on they cannot: another case of a switch begins. */
  hide(names: readonly string[]): void {
    for (const name of names) this.#scopes.at(-1)?.set(name, null);
  }

  /** What can be read here: slots, indices into `variables`, in their order. */
  visible(): readonly number[] {
    const seen = new Set<string>();
    const slots: number[] = [];
    for (const scope of this.#scopes.toReversed()) {
      for (const [name, slot] of scope) {
        if (slot !== null && !seen.has(name)) slots.push(slot);
        seen.add(name);
      }
    }
    return slots.slice(0, mostVisible).sort((a, b) => a - b);
  }
}
