import { bareList, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } from './intrinsics.ts';

/** Runs something of ours with the realm's built-ins as they were before learner code could replace any. */
export type WithBuiltIns = <Result>(run: () => Result) => Result;

interface Kept {
  readonly holder: object;
  readonly key: PropertyKey;
  readonly descriptor: PropertyDescriptor;
}

interface Replaced extends Kept {
  /** As a script left it; undefined where it deleted it. */
  readonly found: PropertyDescriptor | undefined;
}

const { defineProperty, deleteProperty } = Reflect;
const { setPrototypeOf } = Object;

/** What reports are made with: globals, and with each its prototype. */
const globals = [
  ...['Object', 'Function', 'Array', 'String', 'Number', 'Boolean', 'Symbol', 'BigInt', 'Math', 'JSON', 'Reflect'],
  ...['Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'Date', 'RegExp', 'Promise', 'Proxy', 'Iterator'],
  ...['Error', 'TypeError', 'RangeError', 'SyntaxError', 'ArrayBuffer', 'DataView', 'TextDecoder', 'TextEncoder'],
  ...['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array'],
  ...['Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array', 'WebAssembly', 'Performance', 'performance'],
  ...['MessagePort', 'setTimeout', 'clearTimeout', 'setInterval', 'URL', 'Blob'],
];

/**
 * Remembers a realm's built-ins as they are now. What a script has replaced is put back while something of ours runs, and
 * then the script's own is there again. Looking at all of them takes a tenth of a millisecond: what runs at each statement
 * uses what `intrinsics.ts` has kept instead.
 */
export function keepBuiltIns(realm: Record<string, unknown>): WithBuiltIns {
  const kept = bareList<Kept>();
  for (const holder of holdersOf(realm)) {
    for (const key of holder === realm ? globals : ownKeys(holder)) {
      const descriptor = descriptorOf(holder, key);
      if (descriptor?.configurable) kept[kept.length] = { holder, key, descriptor };
    }
  }
  let isKept = false;
  return (run) => {
    if (isKept) return run();
    const replaced = bareList<Replaced>();
    for (let index = 0; index < kept.length; index++) {
      const each = kept[index] as Kept;
      const found = descriptorOf(each.holder, each.key);
      if (isSame(each.descriptor, found)) continue;
      replaced[replaced.length] = { holder: each.holder, key: each.key, descriptor: each.descriptor, found };
      defineProperty(each.holder, each.key, each.descriptor);
    }
    isKept = true;
    try {
      return run();
    } finally {
      isKept = false;
      for (let index = 0; index < replaced.length; index++) {
        const { holder, key, found } = replaced[index] as Replaced;
        if (found) defineProperty(holder, key, found);
        else deleteProperty(holder, key);
      }
    }
  };
}

/** Without a prototype: a script may put `get` or `value` there, which would be read as a part of it. */
function descriptorOf(holder: object, key: PropertyKey): PropertyDescriptor | undefined {
  const descriptor = getOwnPropertyDescriptor(holder, key);
  return descriptor && setPrototypeOf(descriptor, null);
}

function holdersOf(realm: Record<string, unknown>): ReadonlySet<object> {
  const holders = new Set<object>([realm]);
  const add = (value: unknown) => {
    if ((typeof value === 'object' && value !== null) || typeof value === 'function') holders.add(value);
  };
  for (const name of globals) {
    const value = realm[name];
    add(value);
    if (typeof value === 'function') add(value.prototype);
  }
  const { WebAssembly: wasm, Array: List, Map: Table, Set: Group } = realm as unknown as typeof globalThis;
  for (const name of ['Memory', 'Instance', 'Module', 'Global', 'Table'] as const) add(wasm[name].prototype);
  add(getPrototypeOf((realm.Uint8Array as Uint8ArrayConstructor).prototype));
  const iterators = [new List()[Symbol.iterator](), new Table().entries(), new Group().values(), ''[Symbol.iterator]()];
  for (const iterator of iterators) {
    add(getPrototypeOf(iterator));
    add(getPrototypeOf(getPrototypeOf(iterator) as object));
  }
  return holders;
}

const isSame = (one: PropertyDescriptor, other: PropertyDescriptor | undefined): boolean =>
  other !== undefined && one.value === other.value && one.get === other.get && one.set === other.set;
