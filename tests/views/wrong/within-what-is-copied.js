// A detached view is an empty object in a text, and no source for another object.
// expect: detached view at lab.js:6, because of main.cpp:16
// expect: detached view at lab.js:7, because of main.cpp:16
const view = new Int32Array(memory.buffer, exports.numbers(), 4);
exports.work();
console.log(JSON.stringify({ points: [view] }));
console.log(Object.assign({}, view), view.constructor.name);
