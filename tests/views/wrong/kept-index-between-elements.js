// The index is kept in a variable before it is used.
// expect: address between elements at lab.js:8
// expect: address between elements at lab.js:9
// expect: address between elements at lab.js:14
// expect: address between elements at lab.js:12
const p = exports.reserve(64);
const index = (p + 2) >> 2;
Module.HEAP32[index] = 7;
console.log(Module.HEAPU32[index + 1]);
function fill(from, count) {
  let at = from >>> 3;
  for (let i = 0; i < count; i++) Module.HEAPF64[at++] = i;
}
Module.HEAPF32.set([1, 2], index);
fill(p + 4, 2);
exports.release(p);
