// fails: reads-through-view block 1 >= 24
const count = 6;
const address = exports.allocate(count * 4);
exports.fill_squares(address, count);

const squares = new Uint32Array(memory.buffer, address, count);
squares[count - 1] = 100;

exports.compare(address, count, 130);
exports.release(address);
