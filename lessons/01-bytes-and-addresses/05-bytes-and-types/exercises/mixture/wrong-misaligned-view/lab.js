// fails: finishes
function read(address) {
  const id = new Uint16Array(memory.buffer, address, 1)[0];
  const size = new Float32Array(memory.buffer, address + 2, 1)[0];
  const change = new Int32Array(memory.buffer, address + 6, 1)[0];
  return [id, size, change];
}

const address = exports.record_address();
for (let i = 0; i < 30; i++) {
  const [id, size, change] = read(address + 10 * (i % 2));
  if (!exports.check(id, size, change)) console.log("not right:", id, size, change);
}
