// A copy by index and value, which comes to be empty.
// expect: detached view at lab.js:6, because of main.cpp:16
const view = new Int32Array(memory.buffer, exports.numbers(), 4);
const before = { ...view };
exports.work();
console.log(before[3], { ...view }[3]);
