// After emscripten pull request 24295: what stands left of = is looked up before the call that makes memory grow.
// expect: detached view at lab.js:7, because of main.cpp:8
// expect: detached view at lab.js:9, because of main.cpp:8
// expect: detached view at lab.js:14, because of main.cpp:8
const pointers = exports.reserve(8);
const large = () => exports.reserve(12 << 20);
Module.HEAP32[pointers >> 2] = large();
const heap = new Uint32Array(memory.buffer);
heap[pointers >> 2] += exports.reserve(20 << 20);
exports.release(pointers);
async function fill(at) {
  const view = new Uint8Array(memory.buffer);
  await null;
  view[at] = await Promise.resolve().then(() => exports.reserve(24 << 20));
}
await fill(exports.numbers());
