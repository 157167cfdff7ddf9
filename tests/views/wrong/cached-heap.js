// After emscripten issue 17622: Module.HEAPU8 that was taken before memory grew is empty afterwards.
// expect: detached view at lab.js:7, because of main.cpp:16
const { HEAPU8 } = Module;
const start = exports.numbers();
console.log(HEAPU8.subarray(start, start + 4).join());
exports.work();
console.log(HEAPU8.subarray(start, start + 4).join());
