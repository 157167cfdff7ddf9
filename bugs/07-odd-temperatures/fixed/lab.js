const count = 4;
const size = 8; // a sensor's number, 3 bytes of padding, and a float
const readings = exports.reserve(count * size);
exports.read_all(readings, count);

const bytes = new DataView(memory.buffer, readings, count * size);
for (let at = 0; at < count * size; at += size) {
  const sensor = bytes.getUint8(at);
  const degrees = bytes.getFloat32(at + 4, true);
  console.log(`sensor ${sensor}: ${degrees.toFixed(1)} degrees`);
}
exports.release(readings);
