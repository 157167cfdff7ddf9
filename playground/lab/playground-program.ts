import { defaultSettings } from '../compiler/compilation.ts';
import { usualValues } from '../files/project.ts';
import type { LabProgram } from './lab-program.ts';

const cxx = `#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <emscripten/emscripten.h>

// Call these from the Calls panel, or from lab.js.
extern "C" EMSCRIPTEN_KEEPALIVE std::byte* allocate(std::size_t size) {
  return static_cast<std::byte*>(std::malloc(size));
}

extern "C" EMSCRIPTEN_KEEPALIVE void release(std::byte* block) {
  std::free(block);
}

int main() {
  std::puts("ready");
}
`;

const javascript = `const address = exports.allocate(16);
const view = new Uint32Array(memory.buffer, address, 4);
view[0] = 42;
console.log("block at", address, "holds", view[0]);

memory.grow(1);
console.log("after growing, the view has", view.length, "elements");
`;

/** What a new visitor finds in the playground: allocate, free, grow, and a view that goes stale. */
export const playgroundProgram: LabProgram = {
  id: 'playground',
  title: 'Playground',
  files: [{ path: 'main.cpp', text: cxx }],
  scripts: [{ path: 'lab.js', text: javascript }],
  settings: defaultSettings,
  ...usualValues,
  calls: [],
  prebuilt: null,
  panels: ['map', 'stack'],
  select: { kind: 'view', id: 1 },
};
