import { apply, weakAdd, weakHas } from './intrinsics.ts';

interface RevocableProxy {
  readonly proxy: object;
}

/** Keeps which objects are proxies of a script's: nothing else can tell, and to look into one runs its traps. */
export class Proxies {
  readonly #known = new WeakSet<object>();

  readonly has = (value: object): boolean => weakHas(this.#known, value);

  /** Replaces the realm's `Proxy`, before learner code runs. */
  watch(realm: Record<string, unknown>): void {
    const original = realm.Proxy as ProxyConstructor | undefined;
    if (!original) return;
    const { construct } = Reflect;
    const value = new Proxy(original, {
      construct: (target, args, newTarget) => {
        const made = construct(target, args, newTarget === value ? target : newTarget) as object;
        weakAdd(this.#known, made);
        return made;
      },
    });
    original.revocable = new Proxy(original.revocable, {
      apply: (target, self, args) => {
        const made = apply(target, self, args) as RevocableProxy;
        weakAdd(this.#known, made.proxy);
        return made;
      },
    });
    Object.defineProperty(realm, 'Proxy', { value, writable: true, configurable: true });
  }
}
