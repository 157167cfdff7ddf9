/** Puts `argv` on the program's stack, as Emscripten does, and returns its address. */
export function placeArguments(
  exports: WebAssembly.Exports,
  names: readonly string[],
  beforeWrite: (address: number, length: number) => void,
): number {
  const allocate = exports._emscripten_stack_alloc as (size: number) => number;
  const memory = exports.memory as WebAssembly.Memory;
  const addresses = names.map((name) => {
    const bytes = new TextEncoder().encode(`${name}\0`);
    const address = allocate(bytes.length) >>> 0;
    beforeWrite(address, bytes.length);
    new Uint8Array(memory.buffer).set(bytes, address);
    return address;
  });
  const list = allocate((addresses.length + 1) * 4) >>> 0;
  beforeWrite(list, (addresses.length + 1) * 4);
  const view = new DataView(memory.buffer);
  for (const [index, address] of [...addresses, 0].entries()) view.setUint32(list + index * 4, address, true);
  return list;
}
