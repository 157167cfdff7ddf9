// "start offset of Float64Array should be a multiple of 8": a header of 4 bytes before the numbers.
// expect: misaligned view at lab.js:5
const at = exports.reserve(32);
try {
  new Float64Array(memory.buffer, at + 4, 2);
} catch (error) {
  console.log(error.message);
}
exports.release(at);
