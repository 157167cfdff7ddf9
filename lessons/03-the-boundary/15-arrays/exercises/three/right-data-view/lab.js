const count = 6;
const address = exports.allocate(count * 4);
exports.fill_squares(address, count);

const data = new DataView(memory.buffer, address, count * 4);
data.setUint32(4 * (count - 1), 100, true);

let sum = 0;
for (let i = 0; i < count; i++) sum += data.getUint32(4 * i, true);
exports.compare(address, count, sum);
exports.release(address);
