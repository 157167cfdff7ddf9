// fails: bytes record = 01 00 00 00 20 40 FF FF FF FF
const address = exports.record_address();
const data = new DataView(memory.buffer, address, 10);

const id = data.getUint16(0, true);
const size = data.getInt32(2, true);
const change = data.getInt32(6, true);
console.log(id, size, change);
exports.check(id, size, change);
