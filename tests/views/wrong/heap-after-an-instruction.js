// After ArduPilot pull request 34206: memory grows by an instruction, of which the glue learns later: until then its own views are detached.
// expect: detached view at lab.js:5, because of main.cpp:40
const p = exports.numbers();
exports.grow_by(1);
Module.HEAPU8[p] = 9;
console.log(new Uint8Array(memory.buffer)[p]);
