import { sectionsOf } from '../../playground/trace/module-sections.ts';

const customSection = 0;

/** Bytes of a module without its custom sections: debug information and names are no part of what a page downloads. */
export function strippedSize(wasm: Uint8Array): number {
  let left = 0;
  for (const { id, start, end } of sectionsOf(wasm)) if (id === customSection) left += end - start;
  return wasm.length - left;
}
