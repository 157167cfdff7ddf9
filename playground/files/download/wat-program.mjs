// Makes an instance of program.wasm, and gives of it what host.mjs expects of Emscripten's.
const address = new URL('program.wasm', import.meta.url);

export default async function createProgram() {
  const bytes =
    address.protocol === 'file:'
      ? await (await import('node:fs/promises')).readFile(address)
      : await (await fetch(address)).arrayBuffer();
  const { instance } = await WebAssembly.instantiate(bytes);
  const { exports } = instance;
  return { wasmExports: exports, wasmMemory: exports.memory, callMain: exports.main };
}
