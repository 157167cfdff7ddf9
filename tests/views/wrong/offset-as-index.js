// After emscripten issue 10179: the offset of a constructor counts in bytes, and an index is given.
// expect: index as address at lab.js:6
const at = exports.reserve(16);
const index = at >> 2;
try {
  new Int32Array(memory.buffer, index, 4);
} catch (error) {
  console.log(error.message);
}
exports.release(at);
