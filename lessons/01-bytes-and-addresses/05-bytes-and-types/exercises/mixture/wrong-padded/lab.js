// fails: finishes
const address = exports.record_address();
const data = new DataView(memory.buffer, address, 10);

const id = data.getUint16(0, true);
const size = data.getFloat32(4, true);
const change = data.getInt32(8, true);
console.log(id, size, change);
exports.check(id, size, change);
