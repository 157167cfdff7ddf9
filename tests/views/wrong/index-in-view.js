// `in` says that no index is in the view: memory has grown.
// expect: detached view at lab.js:4, because of main.cpp:16
const view = new Int32Array(memory.buffer, exports.numbers(), 4);
const has = (index) => 'length' in view && index in view;
exports.work();
console.log('buffer' in view, has(0));
