function read(address) {
  const data = new DataView(memory.buffer);
  const id = data.getUint16(address, true);
  const size = data.getFloat32(address + 2, true);
  const change = data.getInt32(address + 6, true);
  return [id, size, change];
}

const address = exports.record_address();
for (let i = 0; i < 30; i++) {
  const [id, size, change] = read(address + 10 * (i % 2));
  if (!exports.check(id, size, change)) console.log("not right:", id, size, change);
}
