// A variable of fixed address is read with its address as an index.
// expect: address as index at lab.js:5
const words = new Uint32Array(memory.buffer);
const start = exports.numbers();
for (let i = 0; i < 4; i++) console.log(words[start + i]);
