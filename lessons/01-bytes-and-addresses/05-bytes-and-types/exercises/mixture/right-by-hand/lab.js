function read(address) {
  const bytes = new Uint8Array(memory.buffer, address, 10);
  const id = bytes[0] + 256 * bytes[1];
  const [size] = new Float32Array(bytes.slice(2, 6).buffer);
  const change = bytes[6] | (bytes[7] << 8) | (bytes[8] << 16) | (bytes[9] << 24);
  return [id, size, change];
}

const address = exports.record_address();
for (let i = 0; i < 30; i++) {
  const [id, size, change] = read(address + 10 * (i % 2));
  if (!exports.check(id, size, change)) console.log("not right:", id, size, change);
}
