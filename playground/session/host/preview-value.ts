// The realm's own, before a script may replace them.
const { getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;
const { isArray } = Array;
const { isView } = ArrayBuffer;
const { stringify } = JSON;
const sourceOf = Function.prototype.toString;
const TypedArray = getPrototypeOf(Uint8Array.prototype) as object;
const viewName = getOwnPropertyDescriptor(TypedArray, Symbol.toStringTag)?.get;
const viewLength = getOwnPropertyDescriptor(TypedArray, 'length')?.get;

/** Characters of a preview, and parts of a value in one. */
const longest = 60;
const mostParts = 4;
/** Objects between a value and the prototype that names its class. */
const deepest = 16;

/**
 * Shows JavaScript values in a few words without running any of the program's code: no getter, no `toString`, and no
 * trap of a proxy, for which it knows the realm's proxies.
 */
export class Previews {
  readonly #proxies = new WeakSet<object>();

  constructor(realm: Record<string, unknown>) {
    const original = realm.Proxy as ProxyConstructor | undefined;
    if (!original) return;
    const note = (made: object) => {
      this.#proxies.add(made);
      return made;
    };
    const replaced = new original(original, {
      construct: (target, args) => note(Reflect.construct(target, args)),
      get: (target, name) =>
        name === 'revocable'
          ? (of: object, handler: ProxyHandler<object>) => {
              const revocable = target.revocable(of, handler);
              note(revocable.proxy);
              return revocable;
            }
          : Reflect.get(target, name),
    });
    Object.defineProperty(realm, 'Proxy', { value: replaced, writable: true, configurable: true });
  }

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
        return this.#proxies.has(value) ? 'Proxy' : (Reflect.apply(sourceOf, value, []) as string).replace(/\s+/g, ' ');
      case 'object':
        return value === null ? 'null' : this.#showObject(value, isOuter);
      default:
        return String(value);
    }
  }

  #showObject(value: object, isOuter: boolean): string {
    if (this.#proxies.has(value)) return 'Proxy';
    if (isView(value)) {
      const name: unknown = viewName && Reflect.apply(viewName, value, []);
      return name && viewLength ? `${name}(${Reflect.apply(viewLength, value, [])})` : 'DataView';
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
    for (let depth = 0; at && depth < deepest && !this.#proxies.has(at); depth++) {
      const made: unknown = getOwnPropertyDescriptor(at, 'constructor')?.value;
      if (typeof made === 'function' && !this.#proxies.has(made)) {
        const name: unknown = getOwnPropertyDescriptor(made, 'name')?.value;
        return typeof name === 'string' && name !== '' ? cut(name) : 'object';
      }
      at = getPrototypeOf(at);
    }
    return 'object';
  }
}

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);
