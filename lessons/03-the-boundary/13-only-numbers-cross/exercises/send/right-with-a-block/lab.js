const withBlock = (length, use) => {
  const address = exports.allocate(length);
  try {
    return use(address);
  } finally {
    exports.release(address);
  }
};

const sumOf = (bytes) =>
  withBlock(bytes.length, (address) => {
    new Uint8Array(memory.buffer).set(bytes, address);
    return exports.sum_bytes(address, bytes.length);
  });

exports.report(sumOf([1, 2, 3]));
exports.report(sumOf([250, 250, 250, 250]));
exports.report(sumOf([255]));
