const count = 6;
const address = exports.allocate(Uint32Array.BYTES_PER_ELEMENT * count);
exports.fill_squares(address, count);
const all = new Uint32Array(memory.buffer);
all[address / 4 + 5] = 100;
const sum = all.subarray(address / 4, address / 4 + count).reduce((a, b) => a + b, 0);
exports.compare(address, count, sum);
exports.release(address);
