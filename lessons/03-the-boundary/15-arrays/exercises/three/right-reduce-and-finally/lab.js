const count = 6;
const address = exports.allocate(4 * count);
try {
  exports.fill_squares(address, count);
  const squares = new Uint32Array(memory.buffer, address, count);
  squares.fill(100, -1);
  const sum = squares.reduce((total, square) => total + square);
  exports.compare(address, count, sum);
} finally {
  exports.release(address);
}
