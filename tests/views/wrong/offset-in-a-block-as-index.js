// The offset of a constructor counts in bytes: an index of an element in the middle of a block is given.
// expect: index as address at lab.js:5
const p = exports.reserve(64);
const third = (p >> 2) + 4;
console.log(new Int32Array(memory.buffer, third - (third % 4), 4).length);
exports.release(p);
