// fails: output "2.5\n7\n300\n1\n15\n"
function withArray(Type, values, use) {
  const count = values.length;
  const address = exports.allocate(count * Type.BYTES_PER_ELEMENT);
  new Type(memory.buffer, address, count).set(values);
  try {
    return use(address, count);
  } catch {
    return 0;
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
