import { glueNames } from '../../trace/view-words.ts';
import { apply, getOwnPropertyDescriptor, isView, OwnProxy, typedArrayName, typedLength } from './intrinsics.ts';
import type { KeyedAccess } from './keyed-access.ts';
import { callers, searchers } from './method-names.ts';

type Args = readonly unknown[];
type Method = (...args: unknown[]) => unknown;
type Before = (self: unknown, args: Args) => void;

/** Methods of typed arrays that read all of one. */
const readers = [
  ...[...callers, ...searchers, 'join', 'toReversed', 'toSorted', 'with', 'toLocaleString'],
  ...['values', 'entries', Symbol.iterator],
];
const calling: ReadonlySet<PropertyKey> = new Set(callers);
const sizes: readonly (readonly [name: string, bytes: number])[] = [
  ...([
    ['Int8', 1],
    ['Uint8', 1],
    ['Int16', 2],
    ['Uint16', 2],
    ['Float16', 2],
    ['Int32', 4],
  ] as const),
  ...([
    ['Uint32', 4],
    ['Float32', 4],
    ['Float64', 8],
    ['BigInt64', 8],
    ['BigUint64', 8],
  ] as const),
];
const updaters = ['add', 'sub', 'and', 'or', 'xor', 'exchange', 'compareExchange'];

/**
 * Has the methods that read and write whole views tell what they are about to do, however they are called. Each is
 * replaced by a proxy of itself: names, lengths and results stay as they were.
 */
export function watchViewMethods(
  realm: Record<string, unknown>,
  keyed: KeyedAccess,
  glue: Readonly<Record<string, unknown>>,
): void {
  const { access } = keyed;
  const replaced = new Map<unknown, unknown>();
  const watch = (holder: object, name: PropertyKey, before: Before, isStore = false, written = everything) => {
    const found = Object.getOwnPropertyDescriptor(holder, name);
    if (typeof found?.value !== 'function') return; // some are recent
    const known = replaced.get(found.value);
    const called = (target: Method, self: unknown, args: unknown[]): unknown => {
      const tell = () => {
        access.isScripts = () => access.views.scripts.isCalledByScript(called);
        before(self, args);
        access.isScripts = always;
      };
      if (isView(self) && typeof args[0] === 'function' && calling.has(name))
        args[0] = heeding(self, args[0] as Method);
      if (name !== 'subarray') {
        const run = (): unknown => apply(target, self, args);
        const result = access.during(typeof name === 'string' ? name : 'values', tell, run, written);
        if (isStore) access.stores(null);
        return result;
      }
      tell();
      return access.views.through(called, () => apply(target, self, args));
    };
    const value = known ?? new OwnProxy(found.value as Method, { apply: called });
    replaced.set(found.value, value);
    Object.defineProperty(holder, name, { ...found, value });
  };
  /** A callback, before each call of which memory may have grown: then the method finds nothing more in the view. */
  const heeding = (view: ArrayBufferView, callback: Method): Method =>
    function (this: unknown, ...args) {
      if (access.isDetached(view)) access.misused('read-detached', view);
      return apply(callback, this, args);
    };
  const prototypeOf = (name: string) => (realm[name] as { readonly prototype: object }).prototype;
  const typed = Object.getPrototypeOf(prototypeOf('Uint8Array')) as object;
  const whole =
    (how: 'read' | 'write' | 'update'): Before =>
    (self) =>
      isView(self) && access.whole(how, self);

  for (const name of readers) watch(typed, name, whole('read'));
  for (const name of ['reverse', 'sort']) watch(typed, name, whole('update'));
  watch(typed, 'at', (self, args) => {
    const index = args[0];
    if (isView(self) && access.isDetached(self)) return access.used(self);
    const isBack = typeof index === 'number' && index < 0;
    if (isView(self)) access.element('read', self, isBack ? lengthOf(self) + index : index);
  });
  watch(typed, 'fill', (self, args) => {
    if (!isView(self)) return;
    const length = lengthOf(self);
    const start = indexIn(length, args[1], 0);
    const end = indexIn(length, args[2], length);
    if (start === null || end === null) access.somewhere(self);
    else access.elements('write', self, start, end);
  });
  watch(typed, 'slice', (self, args) => {
    if (!isView(self)) return;
    const length = lengthOf(self);
    const start = indexIn(length, args[0], 0);
    const end = indexIn(length, args[1], length);
    if (start === null || end === null) access.whole('read', self);
    else access.elements('read', self, start, end);
  });
  watch(typed, 'copyWithin', (self, args) => {
    if (!isView(self)) return;
    const length = lengthOf(self);
    const to = indexIn(length, args[0], 0);
    const from = indexIn(length, args[1], 0);
    const end = indexIn(length, args[2], length);
    if (to === null || from === null || end === null) return access.somewhere(self);
    const count = min(end - from, length - to);
    access.elements('read', self, from, from + count);
    access.elements('write', self, to, to + count);
  });
  const setting: Before = (self, args) => {
    if (!isView(self)) return;
    const source = args[0];
    const offset = args[1];
    const count = access.countOf(source);
    if (isView(source)) access.whole('read', source);
    if (count === null || !isCount(offset) || typedArrayName(self) === undefined) access.somewhere(self);
    else access.copied(self, offset ?? 0, count);
  };
  watch(typed, 'set', setting);
  // What copies are told by may stand between: the glue's views can have a method of their own.
  for (const name of Object.values(glueNames)) if (isView(glue[name])) watch(glue[name], 'set', setting);

  for (const [name, size] of sizes) {
    const at =
      (how: 'read' | 'write'): Before =>
      (self, args) => {
        const offset = args[0];
        if (!isView(self)) return;
        if (isCount(offset)) access.bytes(how, self, offset ?? 0, size);
        else if (how === 'write') access.somewhere(self);
      };
    watch(prototypeOf('DataView'), `get${name}`, at('read'));
    watch(prototypeOf('DataView'), `set${name}`, at('write'), true);
  }

  const atomics = realm.Atomics as object;
  const atomic =
    (how: 'read' | 'write' | 'update'): Before =>
    (_self, args) => {
      const view = args[0];
      if (isView(view)) access.element(how, view, args[1], true);
    };
  watch(atomics, 'load', atomic('read'));
  watch(atomics, 'store', atomic('write'), true);
  for (const name of updaters) watch(atomics, name, atomic('update'));
  /** What is written somewhere into a view, and nowhere where that is detached. */
  const into = (view: unknown): void => {
    if (!isView(view)) return;
    if (access.isDetached(view)) access.misused('write-detached', view);
    else access.whole('write', view);
  };
  watch(prototypeOf('TextEncoder'), 'encodeInto', (_self, args) => into(args[1]), false, encoded);
  watch(realm.Object as object, 'assign', (_self, args) => into(args[0]));
  if (realm.Crypto) watch(prototypeOf('Crypto'), 'getRandomValues', (_self, args) => into(args[0]));
  for (const name of ['fill', 'sort', 'reverse', 'copyWithin']) watch(prototypeOf('Array'), name, into);
  watchReflect(watch, realm, keyed);
  watch(prototypeOf('TextDecoder'), 'decode', (_self, args) => {
    const from = args[0];
    if (!isView(from)) return;
    if (access.isDetached(from)) access.misused('read-detached', from);
    else access.whole('read', from);
  });
  const using = (view: unknown): void => {
    if (isView(view)) access.used(view);
  };
  for (const name of ['subarray', 'keys']) watch(typed, name, using);
  watch(atomics, 'notify', (_self, args) => using(args[0]));
}

/** The functions that do to an object, by a key, what a script else does by syntax. */
function watchReflect(
  watch: (holder: object, name: string, before: Before) => void,
  realm: Record<string, unknown>,
  keyed: KeyedAccess,
): void {
  const reflect = realm.Reflect as object;
  const object = realm.Object as { readonly prototype: object };
  watch(reflect, 'get', (_self, args) => keyed.at('read', args[0], args[1]));
  watch(reflect, 'set', (_self, args) => keyed.at('write', args[0], args[1]));
  const has: Before = (_self, args) => keyed.has(args[0], args[1]);
  for (const name of ['has', 'getOwnPropertyDescriptor', 'deleteProperty']) watch(reflect, name, has);
  for (const name of ['hasOwn', 'getOwnPropertyDescriptor']) watch(object, name, has);
  for (const name of ['hasOwnProperty', 'propertyIsEnumerable'])
    watch(object.prototype, name, (self, args) => keyed.has(self, args[0]));
}

const always = () => true;
const everything = (_result: unknown): number => Number.POSITIVE_INFINITY;
/** Bytes that `encodeInto` has written. */
const encoded = (result: unknown): number => getOwnPropertyDescriptor(result as object, 'written')?.value as number;

const { max, min, trunc } = Math;

/** What methods make of an index: a negative one counts from the end. Null for what would have to be converted. */
function indexIn(length: number, index: unknown, otherwise: number): number | null {
  if (index === undefined) return otherwise;
  if (typeof index !== 'number') return null;
  const whole = trunc(index) || 0;
  return whole < 0 ? max(length + whole, 0) : min(whole, length);
}

const isCount = (value: unknown): value is number | undefined =>
  value === undefined || (typeof value === 'number' && value >= 0);

const lengthOf = (view: ArrayBufferView): number =>
  typedArrayName(view) === undefined ? 0 : typedLength(view as Uint8Array<ArrayBuffer>);
