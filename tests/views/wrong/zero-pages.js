// After WebAssembly/design issue 966: growth by zero pages detaches views as any other does.
// expect: detached view at lab.js:5, because of lab.js:4
const bytes = new Uint8Array(memory.buffer, exports.numbers(), 16);
memory.grow(0);
console.log(bytes[0]);
