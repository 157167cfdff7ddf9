// fails: largest-copy <= 4
const sumOf = (bytes) => {
  const address = exports.allocate(bytes.length);
  try {
    const copy = new Uint8Array(memory.buffer).slice();
    copy.set(bytes, address);
    new Uint8Array(memory.buffer).set(copy);
    return exports.sum_bytes(address, bytes.length);
  } finally {
    exports.release(address);
  }
};

exports.report(sumOf([1, 2, 3]));
exports.report(sumOf([250, 250, 250, 250]));
exports.report(sumOf([255]));
