function read(address) {
  const copy = memory.buffer.slice(address, address + 10);
  const [id] = new Uint16Array(copy, 0, 1);
  const [size] = new Float32Array(copy.slice(2, 6));
  const [change] = new Int32Array(copy.slice(6, 10));
  return [id, size, change];
}

const address = exports.record_address();
for (let i = 0; i < 30; i++) {
  const [id, size, change] = read(address + 10 * (i % 2));
  if (!exports.check(id, size, change)) console.log("not right:", id, size, change);
}
