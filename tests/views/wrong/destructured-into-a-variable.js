// The same where the variable is there already.
// expect: detached view at lab.js:7, because of main.cpp:16
const view = new Int32Array(memory.buffer, exports.numbers(), 4);
let byteLength;
({ byteLength } = view);
exports.work();
({ byteLength } = view);
console.log(byteLength);
