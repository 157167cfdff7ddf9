function welcome(name) {
  const size = name.length + 1;
  const address = exports.reserve(size);
  const bytes = new Uint8Array(memory.buffer, address, size);
  bytes[new TextEncoder().encodeInto(name, bytes).written] = 0;
  exports.welcome(address);
  exports.release(address);
}

for (const name of ['Maximilian', 'Zoë']) welcome(name);
