// Makes an instance of program.wasm, and gives of it what host.mjs expects of Emscripten's.
const address = new URL('program.wasm', import.meta.url);

/** `instantiateWasm` makes the instance in place of this. */
export default async function createProgram({ instantiateWasm } = {}) {
  const bytes =
    address.protocol === 'file:'
      ? await (await import('node:fs/promises')).readFile(address)
      : await (await fetch(address)).arrayBuffer();
  const { exports } = instantiateWasm
    ? await new Promise((resolve) => instantiateWasm({}, resolve))
    : new WebAssembly.Instance(new WebAssembly.Module(bytes));
  return { wasmExports: exports, wasmMemory: exports.memory, callMain: exports.main };
}
