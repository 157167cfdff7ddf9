function sumOf(bytes) {
  const length = bytes.length;
  const address = exports.allocate(length);
  try {
    const everything = new Uint8Array(memory.buffer);
    for (let i = 0; i < length; i++) everything[address + i] = bytes[i];
    return exports.sum_bytes(address, length);
  } finally {
    exports.release(address);
  }
}

exports.report(sumOf([1, 2, 3]));
exports.report(sumOf([250, 250, 250, 250]));
exports.report(sumOf([255]));
