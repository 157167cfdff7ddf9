function readDegrees(message) {
  const bytes = new DataView(memory.buffer, message);
  const count = bytes.getUint32(0, true);
  return Array.from({ length: count }, (_, i) => bytes.getFloat64(4 + 8 * i, true));
}

const message = exports.measure();
try {
  console.log('chart:', ...readDegrees(message));
} catch (error) {
  console.log('no chart:', error.message);
}
exports.release(message);
