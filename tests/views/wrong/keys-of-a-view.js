// `Object.keys` gives no index of a detached view, and no error.
// expect: detached view at lab.js:6, because of main.cpp:16
const view = new Int32Array(memory.buffer, exports.numbers(), 4);
console.log(Object.keys(view).length);
exports.work();
console.log(Object.keys(view).length);
