// After quickjs-emscripten pull request 248: a number that a function fills in is read through a view from before the call.
// expect: detached view at lab.js:7, because of main.cpp:16
const out = exports.reserve(4);
const found = new Uint32Array(Module.HEAPU8.buffer, out, 1);
found[0] = 0;
exports.work();
console.log(found[0]);
exports.release(out);
