import {
  apply,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  isArray,
  isView,
  ownKeys,
  stringify,
  typedArrayName,
  typedLength,
} from './intrinsics.ts';

const sourceOf = Function.prototype.toString;

/** Characters of a preview, and parts of a value in one. */
const longest = 60;
const mostParts = 4;
/** Objects between a value and the prototype that names its class. */
const deepest = 16;

/**
 * Shows the JavaScript values that C++ holds in a few words without running any of the program's code: no getter, no `toString`, and no
 * trap of a proxy.
 */
export class HandlePreviews {
  constructor(
    /** Tells proxies of the program's, whose traps must not run. */
    readonly isProxy: (value: object) => boolean,
    /** The text of a function as its author wrote it. */
    readonly authorsText: (text: string) => string,
  ) {}

  /** `"text"`, `[1, 2, …]`, `Map`, `Player {kind: "tone"}`, `(text) => text.length`. */
  show(value: unknown): string {
    return cut(this.#show(value, true));
  }

  #show(value: unknown, isOuter: boolean): string {
    switch (typeof value) {
      case 'string':
        return stringify(cut(value));
      case 'bigint':
        return BigInt.asIntN(64, value) === value ? `${value}n` : 'a large bigint';
      case 'function':
        return this.isProxy(value) ? 'Proxy' : this.authorsText(apply(sourceOf, value, [])).replace(/\s+/g, ' ');
      case 'object':
        return value === null ? 'null' : this.#showObject(value, isOuter);
      default:
        return String(value);
    }
  }

  #showObject(value: object, isOuter: boolean): string {
    if (this.isProxy(value)) return 'Proxy';
    if (isView(value)) {
      const name = typedArrayName(value);
      return name === undefined ? 'DataView' : `${name}(${typedLength(value as Uint8Array<ArrayBuffer>)})`;
    }
    const field = (key: PropertyKey) => {
      const descriptor = getOwnPropertyDescriptor(value, key);
      return descriptor && 'value' in descriptor ? this.#show(descriptor.value, false) : '…';
    };
    if (isArray(value)) {
      const length = Number(getOwnPropertyDescriptor(value, 'length')?.value);
      if (!isOuter) return `Array(${length})`;
      const items = Array.from({ length: Math.min(length, mostParts) }, (_, index) => field(index));
      return `[${[...items, ...(length > mostParts ? ['…'] : [])].join(', ')}]`;
    }
    const name = this.#className(value);
    const keys = isOuter ? ownKeys(value).filter((key) => typeof key === 'string') : [];
    const fields = keys.slice(0, mostParts).map((key) => `${key}: ${field(key)}`);
    if (fields.length === 0) return name === 'Object' ? '{}' : name;
    if (keys.length > mostParts) fields.push('…');
    return `${name === 'Object' ? '' : `${name} `}{${fields.join(', ')}}`;
  }

  #className(value: object): string {
    let at: object | null = getPrototypeOf(value);
    for (let depth = 0; at && depth < deepest && !this.isProxy(at); depth++) {
      const made: unknown = getOwnPropertyDescriptor(at, 'constructor')?.value;
      if (typeof made === 'function' && !this.isProxy(made)) {
        const name: unknown = getOwnPropertyDescriptor(made, 'name')?.value;
        return typeof name === 'string' && name !== '' ? cut(name) : 'object';
      }
      at = getPrototypeOf(at);
    }
    return 'object';
  }
}

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);
