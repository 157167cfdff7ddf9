// fails: no-finding null-page
const sumOf = (bytes) => {
  new Uint8Array(memory.buffer).set(bytes, 0);
  return exports.sum_bytes(0, bytes.length);
};

exports.report(sumOf([1, 2, 3]));
exports.report(sumOf([250, 250, 250, 250]));
exports.report(sumOf([255]));
