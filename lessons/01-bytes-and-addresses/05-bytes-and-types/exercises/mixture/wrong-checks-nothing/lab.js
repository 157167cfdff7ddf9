// fails: value right = 30
function read(address) {
  const data = new DataView(memory.buffer, address, 10);
  return [data.getUint16(0, true), data.getFloat32(2, true), data.getInt32(6, true)];
}

const address = exports.record_address();
for (let i = 0; i < 30; i++) {
  const [id, size, change] = read(address + 10 * (i % 2));
  console.log(id, size, change);
}
