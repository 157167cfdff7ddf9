// After emscripten issue 4003: `set` counts in elements, and malloc returns bytes.
// expect: address as index at lab.js:5
const samples = Float32Array.of(1, 2, 3, 4);
const buffer = exports.reserve(16);
Module.HEAPF32.set(samples, buffer);
exports.release(buffer);
