import { apply, isView, OwnProxy, weakAdd, weakHas } from './intrinsics.ts';

interface RevocableProxy {
  readonly proxy: object;
}

type Trap = (...args: unknown[]) => unknown;

/** What is done to a view by a key, through a proxy that leaves it to the view. */
const left = ['get', 'set', 'has', 'ownKeys', 'getOwnPropertyDescriptor', 'deleteProperty'] as const;
export type LeftToView = (typeof left)[number];

// The realm's own, before a script may replace it.
const { get: read } = Reflect;
const defaults = new Map<PropertyKey, Trap>(left.map((trap) => [trap, Reflect[trap] as Trap]));
const mapGet = defaults.get.bind(defaults);

/**
 * Keeps which objects are proxies of a script's: nothing else can tell, and to look into one runs its traps. Stands before
 * their handlers: they hear nothing of the `hidden` key, and what they leave to a view is told.
 */
export class Proxies {
  readonly #known = new WeakSet<object>();
  /** A key that only instrumented code asks for. */
  hidden: symbol | null = null;
  onLeft: (to: LeftToView, view: ArrayBufferView, key: unknown) => void = () => undefined;

  readonly has = (value: object): boolean => weakHas(this.#known, value);

  /** Replaces the realm's `Proxy`, before learner code runs. */
  watch(realm: Record<string, unknown>): void {
    const original = realm.Proxy as ProxyConstructor | undefined;
    if (!original) return;
    const { construct } = Reflect;
    const value = new OwnProxy(original, {
      construct: (target, args, newTarget) => {
        this.#standBefore(args);
        const made = construct(target, args, newTarget === value ? target : newTarget) as object;
        weakAdd(this.#known, made);
        return made;
      },
    });
    original.revocable = new OwnProxy(original.revocable, {
      apply: (target, self, args) => {
        this.#standBefore(args);
        const made = apply(target, self, args) as RevocableProxy;
        weakAdd(this.#known, made.proxy);
        return made;
      },
    });
    Object.defineProperty(realm, 'Proxy', { value, writable: true, configurable: true });
  }

  /** Replaces the handler among the arguments of the constructor, where it is one. */
  #standBefore(args: unknown[]): void {
    const target = args[0];
    const handler = args[1];
    if ((typeof handler !== 'object' && typeof handler !== 'function') || handler === null) return;
    const trapOf = (_: object, name: PropertyKey): unknown => {
      const own = read(handler, name) as unknown;
      if (typeof own === 'function')
        return (...given: unknown[]) =>
          name === 'get' && given[1] === this.hidden ? undefined : apply(own, handler, given);
      const otherwise = (own === undefined || own === null) && isView(target) ? mapGet(name) : undefined;
      if (!otherwise) return own;
      return (...given: unknown[]) => {
        this.onLeft(name as LeftToView, target as ArrayBufferView, given[1]);
        return apply(otherwise, undefined, given);
      };
    };
    args[1] = new OwnProxy({}, { get: trapOf });
  }
}
