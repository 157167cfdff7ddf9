// fails: value summed = 1261
const sumOf = (bytes) => {
  const at = exports.allocate(bytes.length);
  exports.sum_bytes(at, 0);
  exports.release(at);
  return bytes.reduce((a, b) => a + b);
};

exports.report(sumOf([1, 2, 3]));
exports.report(sumOf([250, 250, 250, 250]));
exports.report(sumOf([255]));
