// fails: output "6\n1000\n255\n"
const sumOf = (bytes) => {
  const address = exports.allocate(bytes.length * 4);
  try {
    new Uint32Array(memory.buffer, address, bytes.length).set(bytes);
    return exports.sum_bytes(address, bytes.length);
  } finally {
    exports.release(address);
  }
};

exports.report(sumOf([1, 2, 3]));
exports.report(sumOf([250, 250, 250, 250]));
exports.report(sumOf([255]));
