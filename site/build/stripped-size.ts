import { ModuleReader } from '../../playground/session/host/module-reader.ts';

const customSection = 0;

/** Bytes of a module without its custom sections: debug information and names are no part of what a page downloads. */
export function strippedSize(wasm: Uint8Array): number {
  const reader = new ModuleReader(wasm, 8);
  let left = 0;
  while (reader.offset < wasm.length) {
    const start = reader.offset;
    const isCustom = reader.byte() === customSection;
    const size = reader.size();
    if (isCustom) left += reader.offset + size - start;
    reader.offset += size;
  }
  return wasm.length - left;
}
