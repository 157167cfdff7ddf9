// After wterm pull request 92: one view for all pieces, and writing a piece may make memory grow.
// expect: detached view at lab.js:11, because of main.cpp:16
const text = new TextEncoder().encode('a text that is written in pieces');
const at = exports.reserve(8);
const target = new Uint8Array(memory.buffer, at, 8);
const flush = (first) => {
  if (first) exports.work();
};
try {
  for (let from = 0; from < text.length; from += 8) {
    target.set(text.subarray(from, from + 8));
    flush(from === 0);
  }
} catch (error) {
  console.log(error.message);
}
exports.release(at);
