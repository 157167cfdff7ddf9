// What else fills a view fills nothing when memory has grown, and raises no error.
// expect: detached view at lab.js:8, because of main.cpp:16
// expect: detached view at lab.js:9, because of main.cpp:16
// expect: detached view at lab.js:10, because of main.cpp:16
const view = new Int32Array(memory.buffer, exports.numbers(), 4);
crypto.getRandomValues(view);
exports.work();
crypto.getRandomValues(view);
Object.assign(view, [1, 2]);
Array.prototype.fill.call(view, 3);
