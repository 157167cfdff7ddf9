function readDegrees(message) {
  const [count] = new Uint32Array(memory.buffer, message, 1);
  return [...new Float64Array(memory.buffer, message + 4, count)];
}

const message = exports.measure();
try {
  console.log('chart:', ...readDegrees(message));
} catch (error) {
  console.log('no chart:', error.message);
}
exports.release(message);
