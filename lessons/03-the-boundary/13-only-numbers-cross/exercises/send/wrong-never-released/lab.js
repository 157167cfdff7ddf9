// fails: no-leak
const sumOf = (bytes) => {
  const address = exports.allocate(bytes.length);
  new Uint8Array(memory.buffer, address, bytes.length).set(bytes);
  return exports.sum_bytes(address, bytes.length);
};

exports.report(sumOf([1, 2, 3]));
exports.report(sumOf([250, 250, 250, 250]));
exports.report(sumOf([255]));
