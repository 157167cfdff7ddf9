// A count that is taken out of a view by destructuring: 0 when memory has grown.
// expect: detached view at lab.js:6, because of main.cpp:16
const start = exports.numbers();
const view = new Int32Array(memory.buffer, start, 4);
exports.work();
const { length: count } = view;
for (let i = 0; i < count; i++) console.log(i);
