// fails: output "C++ 130, JavaScript 130\n"
const count = 6;
const address = exports.allocate(count * Uint32Array.BYTES_PER_ELEMENT);
exports.fill_squares(address, count);

const squares = new Uint8Array(memory.buffer, address, count);
squares[count - 1] = 100;

let sum = 0;
for (const square of squares) sum += square;
exports.compare(address, count, sum);
exports.release(address);
