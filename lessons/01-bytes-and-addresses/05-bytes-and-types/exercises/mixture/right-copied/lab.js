const address = exports.record_address();
const copy = memory.buffer.slice(address, address + 10);
const [id] = new Uint16Array(copy, 0, 1);
const [size] = new Float32Array(copy.slice(2, 6));
const [change] = new Int32Array(copy.slice(6, 10));
console.log(id, size, change);
exports.check(id, size, change);
