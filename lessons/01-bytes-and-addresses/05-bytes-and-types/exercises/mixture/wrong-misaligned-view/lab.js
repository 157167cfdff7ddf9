// fails: finishes
const address = exports.record_address();
const id = new Uint16Array(memory.buffer, address, 1)[0];
const size = new Float32Array(memory.buffer, address + 2, 1)[0];
const change = new Int32Array(memory.buffer, address + 6, 1)[0];
console.log(id, size, change);
exports.check(id, size, change);
