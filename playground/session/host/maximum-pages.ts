/** The maximum that a module declares for its own first memory, in pages; null when it declares none. */
export function maximumPagesOf(wasm: Uint8Array): number | null {
  const memorySection = 5;
  let offset = 8;
  const number = (): number => {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = wasm[offset++] ?? 0;
      value += (byte & 127) * shift;
      if (byte < 128) return value;
    }
  };
  while (offset < wasm.length) {
    const id = wasm[offset++];
    const size = number();
    const end = offset + size;
    if (id !== memorySection) {
      offset = end;
      continue;
    }
    if (number() === 0) return null;
    const hasMaximum = (number() & 1) === 1;
    number();
    return hasMaximum ? number() : null;
  }
  return null;
}
