// After binaryen pull request 3205: a view that is made when the program is loaded, and never again.
// expect: detached view at lab.js:4, because of lab.js:6
const view = new Int32Array(exports.memory.buffer);
const log = (p) => console.log(view[p >> 2]);
log(exports.numbers());
memory.grow(1);
log(exports.numbers());
