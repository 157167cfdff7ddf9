const count = 6;
const address = exports.allocate(count * Uint32Array.BYTES_PER_ELEMENT);
exports.fill_squares(address, count);
const squares = new Uint32Array(memory.buffer, address, count);
squares.fill(100, -1);
const sum = [...squares].reduce((a, b) => a + b);
exports.compare(address, count, sum);
exports.release(address);
