// A script keeps a view of a block that it has freed.
// expect: use-after-free at lab.js:6, because of main.cpp:12
// expect: use-after-free at lab.js:7, because of main.cpp:12
const view = new Uint8Array(memory.buffer, exports.reserve(16), 16);
exports.release(view.byteOffset);
view[8] = 1;
console.log(view[9]);
