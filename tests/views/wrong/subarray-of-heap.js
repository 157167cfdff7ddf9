// A part of Module.HEAPF32 that is kept while memory grows: its line is told, not the glue's view.
// expect: detached view at lab.js:8, because of main.cpp:16
const start = exports.reserve(32);
const kept = Module.HEAPF32.subarray(start / 4, start / 4 + 8).fill(1);
exports.work();
const seen = [];
try {
  for (const value of kept) seen.push(value);
} catch (error) {
  console.log(error.message);
}
exports.release(start);
