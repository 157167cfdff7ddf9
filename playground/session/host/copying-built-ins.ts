import { bareList, getOwnPropertyDescriptor, getPrototypeOf, isView } from './intrinsics.ts';
import { searchers, visitors } from './method-names.ts';

type Realm = Record<string, unknown>;
/** What a call takes whole: anything of it that is a view of memory, or memory's buffer, was copied. */
type Taken = (self: unknown, args: readonly unknown[]) => readonly unknown[];

/** A built-in function that copies all elements of what it is given, or looks at them. */
export interface CopyingBuiltIn {
  readonly holder: object;
  readonly name: string;
  readonly taken: Taken;
  /** Whether it takes all that is within a value, however deep; a clone of a view has all of its buffer. */
  readonly within?: 'views' | 'buffers';
  /** Whether it finds nothing in a view that is detached, and does not throw. */
  readonly isQuiet: boolean;
  readonly copies: boolean;
}

const one = (value: unknown): readonly unknown[] => {
  const list = bareList<unknown>();
  list[0] = value;
  return list;
};
const itself: Taken = (self) => one(self);
const argument =
  (index: number): Taken =>
  (_self, args) =>
    one(args[index]);
/** All arguments but the first. */
const sources: Taken = (_self, args) => {
  const list = bareList<unknown>();
  for (let index = 1; index < args.length; index++) list[index - 1] = args[index];
  return list;
};

/** Those of a realm, by what they take. What they do with an iterator tells the iterator. */
export function copyingBuiltIns(realm: Realm): readonly CopyingBuiltIn[] {
  const of = (name: string) => realm[name] as { readonly prototype: object } | undefined;
  const prototype = (name: string) => of(name)?.prototype;
  const typed = getPrototypeOf(prototype('Uint8Array') as object) as object;
  const found: CopyingBuiltIn[] = [];
  const add = (
    holder: object | undefined | null,
    names: readonly string[],
    taken: Taken,
    within?: 'views' | 'buffers',
  ) => {
    const isQuiet = holder !== typed && !(names[0] ?? '').startsWith('from');
    for (const name of holder ? names : [])
      found.push({ holder: holder as object, name, taken, isQuiet, copies: true, ...(within && { within }) });
  };
  const makers = ['map', 'filter', 'toSorted', 'toReversed', 'with', 'join', 'toLocaleString'];
  add(typed, makers, itself);
  // An array's methods work on whatever has a length.
  add(prototype('Array'), [...makers, 'slice', 'toSpliced', 'flat', 'flatMap'], itself);
  add(prototype('Array'), ['concat'], spreadOut);
  add(of('Array'), ['from', 'fromAsync'], argument(0));
  add(getPrototypeOf(of('Uint8Array') as object), ['from'], argument(0));
  add(of('Object'), ['values', 'entries', 'getOwnPropertyDescriptors', 'groupBy'], argument(0));
  add(of('Object'), ['assign'], sources);
  add(of('Map'), ['groupBy'], argument(0));
  // What is passed as a list of arguments is copied into one.
  add(prototype('Function'), ['apply'], argument(1));
  add(realm.Reflect as object, ['construct'], argument(1));
  add(realm.Reflect as object, ['apply'], argument(2));
  add(realm.JSON as object, ['stringify'], argument(0), 'views');
  add(realm, ['structuredClone'], argument(0), 'buffers');
  add(realm, ['Blob', 'File', 'Response'], argument(0), 'views');
  for (const name of ['MessagePort', 'Worker', 'BroadcastChannel'])
    add(prototype(name), ['postMessage'], argument(0), 'buffers');
  const look = (holder: object | undefined, names: readonly string[], taken: Taken) => {
    for (const name of holder ? names : [])
      found.push({ holder: holder as object, name, taken, isQuiet: true, copies: false });
  };
  // What `keys` and `entries` give throws when it is asked for elements, far from here.
  look(prototype('Array'), [...visitors, ...searchers, 'at', 'keys', 'entries'], itself);
  look(of('Object'), ['keys', 'getOwnPropertyNames'], argument(0));
  look(realm.Reflect as object, ['ownKeys'], argument(0));
  look(realm, ['ImageData'], argument(0));
  return found;
}

/** The elements of a view become an array's by `concat` only where a script asks for it, by `Symbol.isConcatSpreadable`. */
function spreadOut(self: unknown, args: readonly unknown[]): readonly unknown[] {
  const spread = bareList<unknown>();
  for (let index = -1; index < args.length; index++) {
    const value = index < 0 ? self : args[index];
    if (isView(value) && isSpreadable(value)) spread[spread.length] = value;
  }
  return spread;
}

function isSpreadable(view: object): boolean {
  for (let holder: object | null = view; holder; holder = getPrototypeOf(holder)) {
    const found = getOwnPropertyDescriptor(holder, Symbol.isConcatSpreadable);
    if (found) return found.get !== undefined || Boolean(found.value);
  }
  return false;
}
