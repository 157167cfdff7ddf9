// fails: finishes
const count = 6;
const address = exports.allocate(count * Uint32Array.BYTES_PER_ELEMENT);
exports.fill_squares(address, count);

const squares = new Uint32Array(memory.buffer, address / 4, count);
squares[count - 1] = 100;

let sum = 0;
for (const square of squares) sum += square;
exports.compare(address, count, sum);
exports.release(address);
