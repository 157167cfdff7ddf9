// After wasm-bindgen issue 1668: memory.buffer is kept in a variable, and is another one when memory has grown.
// expect: detached view at lab.js:6, because of main.cpp:40
const { buffer } = memory;
exports.grow_by(1);
try {
  new Uint8Array(buffer, exports.numbers(), 4);
} catch (error) {
  console.log(error.message);
}
