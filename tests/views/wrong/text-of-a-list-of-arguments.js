// After emscripten issue 5179: contents that are a part of the heap give no text when memory has grown, and no error.
// expect: detached view at lab.js:7, because of main.cpp:16
// expect: detached view at lab.js:8, because of main.cpp:16
const p = exports.reserve(16);
const file = { contents: Module.HEAPU8.subarray(p, p + 16).fill(65) };
exports.work();
const text = String.fromCharCode.apply(null, file.contents);
const letters = Array.prototype.slice.call(file.contents);
console.log(text, letters.length);
exports.release(p);
