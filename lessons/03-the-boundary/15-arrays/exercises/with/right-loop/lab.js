function withArray(Type, values, use) {
  const address = exports.allocate(values.length * Type.BYTES_PER_ELEMENT);
  try {
    const view = new Type(memory.buffer, address, values.length);
    for (let i = 0; i < values.length; i++) view[i] = values[i];
    return use(address, view.length);
  } finally {
    exports.release(address);
  }
}

exports.report(withArray(Float64Array, [1.5, 2.5, 3.5], exports.mean));
exports.report(withArray(Int16Array, [-3, 7, 5, 1], exports.largest));
exports.report(withArray(Int16Array, [-300, 300, -30], exports.largest));
exports.report(withArray(Float64Array, [0.5, 0.25, 1, 2.25], exports.mean));
try {
  withArray(Float64Array, [1], () => {
    throw new Error("changed my mind");
  });
} catch (error) {
  exports.report(error.message.length);
}
