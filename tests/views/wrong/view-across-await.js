// After emscripten issue 21108: memory grows while a function waits, and the part of the heap that it fills is gone.
// expect: detached view at lab.js:7, because of main.cpp:16
const p = exports.reserve(8);
async function fill(address, length) {
  const buffer = Module.HEAPU8.subarray(address, address + length);
  await null;
  buffer.set([1, 2, 3]);
}
const filled = fill(p, 8).catch((error) => console.log(error.message));
exports.work();
await filled;
exports.release(p);
