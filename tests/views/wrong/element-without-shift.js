// HEAP32[p] for HEAP32[p >> 2]: the value goes somewhere else in memory, and no error tells.
// expect: address as index at lab.js:5
const p = exports.reserve(8);
const { HEAP32 } = Module;
HEAP32[p] = 7;
exports.release(p);
