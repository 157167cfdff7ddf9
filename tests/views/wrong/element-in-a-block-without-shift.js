// HEAP32[p + 4 * i] for HEAP32[(p >> 2) + i]: an address in the middle of a block, used as an index.
// expect: address as index at lab.js:5
const p = exports.reserve(64);
const { HEAP32 } = Module;
HEAP32[p + 4 * 3] = 7;
exports.release(p);
