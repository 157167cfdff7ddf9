// fails: allocates >= 1
const sumOf = (bytes) => {
  new Uint8Array(memory.buffer, 200000, bytes.length).set(bytes);
  return exports.sum_bytes(200000, bytes.length);
};

exports.report(sumOf([1, 2, 3]));
exports.report(sumOf([250, 250, 250, 250]));
exports.report(sumOf([255]));
