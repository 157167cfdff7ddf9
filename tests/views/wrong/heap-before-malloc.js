// After OpenHTJ2K pull request 277: the input is copied through a view from before malloc, and never arrives.
// expect: detached view at lab.js:7, because of main.cpp:8
const input = Uint8Array.of(0xff, 0x4f, 0xff, 0x51);
const heap = Module.HEAPU8;
const size = 24 << 20;
const at = exports.reserve(size);
for (let i = 0; i < input.length; i++) heap[at + i] = input[i];
exports.release(at);
