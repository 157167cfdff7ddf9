const address = exports.allocate(4);
const sumOf = (bytes) => {
  new Uint8Array(memory.buffer, address, bytes.length).set(bytes);
  return exports.sum_bytes(address, bytes.length);
};

try {
  exports.report(sumOf([1, 2, 3]));
  exports.report(sumOf([250, 250, 250, 250]));
  exports.report(sumOf([255]));
} finally {
  exports.release(address);
}
