// The shift drops what is left over: other bytes are used than the program means, and no error tells.
// expect: address between elements at lab.js:7
// expect: address between elements at lab.js:8
// expect: address between elements at lab.js:9
const p = exports.reserve(32);
const second = p + 2;
Module.HEAP32[second >> 2] = 7;
for (let i = 0; i < 2; i++) Module.HEAP16[((p + 1) >>> 1) + i] += 1;
Module.HEAPF32.set([1, 2], second >> 2);
exports.release(p);
