import { getOwnPropertyDescriptor, getPrototypeOf, isArray, isView } from './intrinsics.ts';
import type { LeftToView } from './proxies.ts';
import type { Access, ViewAccess } from './view-access.ts';

/** What is done by a key: `test` reads a value only to compare it with 0, which is how one finds that a view is detached. */
type Use = Access | 'test';

/** Tells what a script does to views by a key, be it by brackets, through `Reflect`, a proxy, or an object that inherits from one. */
export class KeyedAccess {
  constructor(
    readonly access: ViewAccess,
    readonly isProxy: (value: object) => boolean,
  ) {}

  /** `object[key]` is about to be read or written. */
  at(how: Use, object: unknown, key: unknown): void {
    const { access } = this;
    const view = isView(object) ? object : this.#inherited(object, key);
    if (!view) return;
    if (how === 'read' && isMeasure(key) && view === object) access.measured(view);
    else access.element(how === 'test' ? 'read' : how, view, key);
  }

  /** An object is about to be asked whether it has a key. */
  has(object: unknown, key: unknown): void {
    if (isView(object) && isIndex(key)) this.access.lookedAt(object);
  }

  /** A proxy leaves to a view what is done by a key. */
  left(to: LeftToView, view: ArrayBufferView, key: unknown): void {
    if (to === 'get') this.access.element('read', view, key);
    else if (to === 'set') this.access.element('write', view, key);
    else if (to === 'ownKeys') this.access.lookedAt(view);
    else this.has(view, key);
  }

  /** The detached view of which an object without such an element would have it. */
  #inherited(object: unknown, key: unknown): ArrayBufferView | null {
    if (!isIndex(key) || typeof object !== 'object' || isArray(object) || !this.access.views.haveDetached) return null;
    for (let holder = object; holder && !this.isProxy(holder); holder = getPrototypeOf(holder) as object | null) {
      if (isView(holder)) return this.access.isDetached(holder) ? holder : null;
      if (getOwnPropertyDescriptor(holder, key)) return null;
    }
    return null;
  }
}

const isIndex = (key: unknown): key is PropertyKey =>
  typeof key === 'number' || (typeof key === 'string' && `${+key}` === key);

const isMeasure = (key: unknown): boolean => key === 'length' || key === 'byteLength' || key === 'byteOffset';
