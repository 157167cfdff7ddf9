// After openfl pull request 2615 and lime pull request 1134: a Float32Array is asked for as many elements as there are bytes.
// expect: bytes as elements at lab.js:5
const size = 64;
const at = exports.reserve(size);
const values = new Float32Array(memory.buffer, at, size);
values[0] = 1;
exports.release(at);
