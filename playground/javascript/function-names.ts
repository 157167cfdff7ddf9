import type { AnyNode } from 'acorn';

/** Names that functions without one get from where they stand (ECMAScript, NamedEvaluation). */
export class FunctionNames {
  readonly #names = new Map<AnyNode, string>();

  give(value: AnyNode, name: string): void {
    this.#names.set(value, name);
  }

  /** The name of the variable or property that a value is assigned to. */
  infer(value: AnyNode, from: AnyNode): void {
    const name = from.type === 'MemberExpression' && !from.computed ? from.property : from;
    if (name.type === 'Identifier' || name.type === 'PrivateIdentifier') this.#names.set(value, name.name);
  }

  /** Empty when it has none. */
  of(value: AnyNode): string {
    return this.#names.get(value) ?? '';
  }
}
