// Lets scripts fetch the program's modules as they do in Pagewise: its own as main.wasm, and each WAT file beside C and C++.

const isComment = /^\s*(\/\/|\/?\*)/;
const namesOwn = /(['"`])(?:\.?\/)?main\.wasm\1/;

/** Whether a script makes the program's instance itself, with imports of its own: it names 'main.wasm'. */
export const makesInstance = (scripts) =>
  scripts.some(({ text }) => text.split('\n').some((line) => namesOwn.test(line) && !isComment.test(line)));

/**
 * Replaces `fetch` and what makes instances. `names` are those of the modules beside the program's own, `open(path)` gives the
 * bytes of a file of `build`. Returns what makes the program's instance for its glue, in place of the glue: the first that
 * a script makes is that one, and calls what the script's imports hold before what the glue has.
 */
export async function giveModules(names, open) {
  const { fetch, WebAssembly: native } = globalThis;
  const own = new Uint8Array(await open('program.wasm'));
  globalThis.fetch = async (resource, ...rest) => {
    const name = String(resource)
      .replace(new URL('src/', import.meta.url).href, '')
      .replace(/^\.?\//, '');
    if (name !== 'main.wasm' && !names.includes(name)) return fetch(resource, ...rest);
    const bytes = name === 'main.wasm' ? own : await open(`modules/${name}`);
    return new Response(bytes, { headers: { 'content-type': 'application/wasm' } });
  };

  let first = null;
  let given;
  const instantiateWasm = (imports, receive) => {
    const module = new native.Module(own);
    const all = {};
    for (const { module: from, name } of native.Module.imports(module)) {
      all[from] ??= {};
      all[from][name] = (...args) => {
        const imported = given?.[from]?.[name] ?? imports[from]?.[name];
        return imported(...args);
      };
    }
    first = new native.Instance(module, all);
    receive({ exports: { ...first.exports, __wasm_call_ctors() {} } }, module); // the script calls the constructors
    return {};
  };

  const known = new WeakSet();
  class Module extends native.Module {
    constructor(source) {
      super(source);
      const bytes = source instanceof ArrayBuffer ? new Uint8Array(source) : source;
      if (bytes.length === own.length && own.every((byte, at) => byte === bytes[at])) known.add(this);
    }
  }
  const instanceOf = (module, imports) => {
    if (!first || !known.has(module)) return new native.Instance(module, imports);
    const instance = first;
    [first, given] = [null, imports];
    return instance;
  };
  const instantiate = async (source, imports) => {
    if (source instanceof native.Module) return instanceOf(source, imports);
    const module = new Module(source);
    return { module, instance: instanceOf(module, imports) };
  };
  const bytesOf = async (response) => (await response).arrayBuffer();
  const replaced = {
    Module,
    Instance: new Proxy(native.Instance, { construct: (_native, [module, imports]) => instanceOf(module, imports) }),
    compile: async (source) => new Module(source),
    instantiate,
    compileStreaming: async (response) => new Module(await bytesOf(response)),
    instantiateStreaming: async (response, imports) => instantiate(await bytesOf(response), imports),
  };
  globalThis.WebAssembly = Object.defineProperties({}, Object.getOwnPropertyDescriptors(native));
  for (const [name, value] of Object.entries(replaced)) Object.defineProperty(globalThis.WebAssembly, name, { value });
  return { instantiateWasm };
}
