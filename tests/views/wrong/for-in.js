// A loop over the indices of a view, which has none any more.
// expect: detached view at lab.js:6, because of main.cpp:16
const view = new Int32Array(memory.buffer, exports.numbers(), 4);
for (const index in view) console.log(index);
exports.work();
for (const index in view) console.log(index);
