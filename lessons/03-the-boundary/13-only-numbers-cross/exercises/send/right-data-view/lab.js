const sumOf = (bytes) => {
  const address = exports.allocate(bytes.length);
  try {
    const block = new DataView(memory.buffer, address, bytes.length);
    bytes.forEach((byte, index) => block.setUint8(index, byte));
    return exports.sum_bytes(address, bytes.length);
  } finally {
    exports.release(address);
  }
};

exports.report(sumOf([1, 2, 3]));
exports.report(sumOf([250, 250, 250, 250]));
exports.report(sumOf([255]));
