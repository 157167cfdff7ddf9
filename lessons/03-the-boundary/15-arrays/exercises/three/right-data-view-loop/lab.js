const count = 6;
const size = 4;
const address = exports.allocate(count * size);
try {
  exports.fill_squares(address, count);
  const data = new DataView(memory.buffer, address, count * size);
  data.setUint32((count - 1) * size, 100, true);
  let sum = 0;
  for (let at = 0; at < data.byteLength; at += size) sum += data.getUint32(at, true);
  exports.compare(address, count, sum);
} finally {
  exports.release(address);
}
