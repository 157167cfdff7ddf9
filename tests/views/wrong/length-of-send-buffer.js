// After emscripten issue 7294: the length of a view "cannot change", and is 0 all the same.
// expect: detached view at lab.js:7, because of main.cpp:16
// expect: detached view at lab.js:9, because of main.cpp:16
const send = new Uint8Array(memory.buffer, exports.reserve(16), 16);
send[0] = 1;
exports.work();
console.log(`room for ${send.length}`);
try {
  send.set([1, 2, 3]);
} catch (error) {
  console.log(error.message);
}
