import { ownModuleName } from '../../javascript/makes-instance.ts';
import { modulesIn } from '../../trace/modules-beside.ts';
import type { WithBuiltIns } from './built-ins.ts';
import { apply, bufferBytes, construct, isView, OwnProxy, weakAdd, weakHas } from './intrinsics.ts';
import type { Program } from './program.ts';

/** What a script's modules need of the run. */
interface ScriptModulesHost {
  readonly wasm: Uint8Array;
  readonly program: Pick<Program, 'instantiate'>;
  readonly print: (text: string) => void;
  readonly withBuiltIns: () => WithBuiltIns;
}

type Bytes = Uint8Array<ArrayBuffer>;
type Called = (...args: unknown[]) => unknown;
type Compiled = WebAssembly.Module;

const second = `This is another instance of ${ownModuleName}: it runs, and nothing of it is recorded. The panels show the first; Run begins anew.\n`;
const late = `The lab made the instance of this program before the script ran, so this is another one, of which nothing is recorded. Write '${ownModuleName}' in the script, as what it fetches, and the lab leaves the instance to it.\n`;

/**
 * Lets the scripts of a realm fetch the program's modules, and make instances of them: its own as `main.wasm`, and each WAT file
 * beside C and C++ under its name. The first instance of its own is the one that is recorded, where a script says that it makes
 * it. All else that is fetched is left to the realm, which reaches no network. To be called before learner code runs.
 */
export function giveModules(realm: Record<string, unknown>, host: ScriptModulesHost): void {
  const { own, beside } = modulesIn(host.wasm);
  const files = new Map(beside.map(({ name, wasm }) => [name, wasm as Bytes]));
  files.set(ownModuleName, own as Bytes);
  const sent = new WeakSet<object>();
  giveFetch(realm, files, sent, host.withBuiltIns);
  replaceWebAssembly(realm, own as Bytes, sent, host);
}

/** Replaces `fetch` by one that knows these files. It notes in `sent` what it answered itself. */
function giveFetch(
  realm: Record<string, unknown>,
  files: ReadonlyMap<string, Bytes>,
  sent: WeakSet<object>,
  withBuiltIns: () => WithBuiltIns,
): void {
  const { fetch: refused, Response: Answer } = realm as { fetch?: Called; Response?: typeof Response };
  if (!Answer) return;
  const headers = { 'content-type': 'application/wasm' };
  const answer = (resource: unknown): Response | null => {
    const name = nameOf(resource);
    const bytes = files.get(name);
    if (bytes) return new Answer(bytes.slice(), { headers });
    if (!name.endsWith('.wasm')) return null;
    const known = [...files.keys()].join(', ');
    throw new TypeError(
      `Failed to fetch ${name}: there is no network here, and of the program's modules there are ${known}`,
    );
  };
  const value = async (...args: unknown[]) => {
    const found = withBuiltIns()(() => answer(args[0]));
    if (found) weakAdd(sent, found);
    else if (!refused) throw new TypeError('Failed to fetch');
    return found ?? apply(refused as Called, realm, args);
  };
  Object.defineProperty(value, 'name', { value: 'fetch' });
  Object.defineProperty(realm, 'fetch', { value, writable: true, enumerable: true, configurable: true });
}

/** The name of a program's file that an address stands for; the address itself where it leads elsewhere. */
function nameOf(resource: unknown): string {
  const folder = 'file:///program/';
  const address = `${resource}`;
  try {
    const { protocol, pathname } = new URL(address, folder);
    return protocol === 'file:' ? decodeURIComponent(pathname).replace(/^\/(program\/)?/, '') : '';
  } catch {
    return '';
  }
}

/** Replaces the realm's `WebAssembly` by one that knows the program's own module by its bytes. */
function replaceWebAssembly(
  realm: Record<string, unknown>,
  bytes: Bytes,
  sent: WeakSet<object>,
  { program, print }: ScriptModulesHost,
): void {
  const native = realm.WebAssembly as typeof WebAssembly;
  const { compile, instantiate, compileStreaming, instantiateStreaming } = native;
  const known = new WeakSet<object>();
  const note = (module: Compiled, isOwn: boolean): Compiled => {
    if (isOwn) weakAdd(known, module);
    return module;
  };
  const isKnown = (module: unknown): module is Compiled =>
    typeof module === 'object' && module !== null && weakHas(known, module);
  let isMade = false;
  const instanceOf = (module: Compiled, imports: unknown): object => {
    if (program.instantiate && !isMade) {
      const exports = program.instantiate(imports);
      isMade = true;
      return create(native.Instance.prototype, describe(exports));
    }
    const made = anotherOf(native, module, imports);
    print(program.instantiate ? second : late);
    return made;
  };
  const compiled = async (source: unknown): Promise<Compiled> => {
    const isOwn = isSame(source, bytes);
    return note((await apply(compile, native, [source])) as Compiled, isOwn);
  };
  const instantiated = async (...args: unknown[]) => {
    const source = args[0];
    if (isKnown(source)) return instanceOf(source, args[1]);
    if (!isSame(source, bytes)) return apply(instantiate as Called, native, args);
    const module = await compiled(source);
    return { module, instance: instanceOf(module, args[1]) };
  };
  /** Of a response of the program's own files its bytes; of any other null. */
  const received = async (source: unknown): Promise<ArrayBuffer | null> => {
    const response = (await source) as Response;
    const isOurs = typeof response === 'object' && response !== null && weakHas(sent, response);
    return isOurs ? response.arrayBuffer() : null;
  };
  const Module: typeof native.Module = new OwnProxy(native.Module, {
    construct(target, args: unknown[], newTarget) {
      const isOwn = isSame(args[0], bytes);
      return note(construct(target, args, newTarget === Module ? target : newTarget) as Compiled, isOwn);
    },
  });
  const Instance: typeof native.Instance = new OwnProxy(native.Instance, {
    construct(target, args: unknown[], newTarget) {
      if (isKnown(args[0])) return instanceOf(args[0], args[1]);
      return construct(target, args, newTarget === Instance ? target : newTarget) as object;
    },
  });
  const replaced: Record<string, unknown> = {
    Module,
    Instance,
    compile: compiled,
    instantiate: instantiated,
    async compileStreaming(...args: unknown[]) {
      const own = await received(args[0]);
      return own ? compiled(own) : apply(compileStreaming as Called, native, args);
    },
    async instantiateStreaming(...args: unknown[]) {
      const own = await received(args[0]);
      return own ? instantiated(own, args[1]) : apply(instantiateStreaming as Called, native, args);
    },
  };
  const value = Object.defineProperties({}, Object.getOwnPropertyDescriptors(native));
  for (const [name, each] of Object.entries(replaced)) {
    Object.defineProperty(value, name, { value: each, writable: true, configurable: true });
  }
  Object.defineProperty(realm, 'WebAssembly', { value, writable: true, configurable: true });
}

/** An instance that is not recorded. To it the lab gives nothing: who runs a script once more must know why that fails. */
function anotherOf(native: typeof WebAssembly, module: Compiled, imports: unknown): object {
  try {
    return construct(native.Instance, [module, imports]) as object;
  } catch (thrown) {
    if (thrown instanceof Error) thrown.message += notGiven;
    throw thrown;
  }
}

const notGiven = `. There is an instance of ${ownModuleName} already. Of another one the script has to give every import: the lab gives the first what it leaves out. Run begins anew.`;

const { create } = Object;

/** The one property of an instance. */
function describe(exports: object): PropertyDescriptorMap {
  const value = { __proto__: null, value: exports, enumerable: true, configurable: true };
  return { __proto__: null, exports: value } as unknown as PropertyDescriptorMap;
}

// The realm's own, before a script may replace it.
const View = Uint8Array;

/** Whether these are bytes, and the same. */
function isSame(source: unknown, bytes: Bytes): boolean {
  const given = bytesOf(source);
  if (given?.length !== bytes.length) return false;
  for (let index = 0; index < bytes.length; index++) if (given[index] !== bytes[index]) return false;
  return true;
}

function bytesOf(source: unknown): Bytes | null {
  try {
    if (isView(source)) return new View(source.buffer as ArrayBuffer, source.byteOffset, source.byteLength);
    return new View(source as ArrayBuffer, 0, bufferBytes(source as ArrayBuffer));
  } catch {
    return null;
  }
}
