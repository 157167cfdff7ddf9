const address = exports.record_address();
const data = new DataView(memory.buffer);
const id = data.getUint16(address, true);
const size = data.getFloat32(address + 2, true);
const change = data.getInt32(address + 6, true);
console.log(id, size, change);
exports.check(id, size, change);
