// After wasm-pack issue 700: a view of a list, whose bytes lie elsewhere when the list has grown. Memory has not.
// expect: use-after-free at lab.js:6, because of main.cpp:9
const bytes = new Uint8Array(memory.buffer, exports.offset(), exports.length());
console.log(bytes.join());
exports.push(4);
console.log(bytes[0]);
