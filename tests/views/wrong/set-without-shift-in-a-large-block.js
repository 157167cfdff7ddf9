// After emscripten issue 4003, where the block is so large that the values arrive in it: at the wrong place.
// expect: address as index at lab.js:5
const samples = new Float64Array(1024);
const buffer = exports.reserve(3 << 20);
Module.HEAPF64.set(samples, buffer);
exports.release(buffer);
