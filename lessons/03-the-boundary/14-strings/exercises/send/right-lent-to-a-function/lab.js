const encoder = new TextEncoder();

function withBytes(bytes, use) {
  const address = exports.allocate(bytes.length);
  if (address === 0) throw new Error("no memory");
  try {
    new Uint8Array(memory.buffer).set(bytes, address);
    return use(address, bytes.length);
  } finally {
    exports.release(address);
  }
}

const send = (text) => withBytes(encoder.encode(text), exports.print_text);

for (const text of ["tea", "café", "€", "🦀"]) send(text);
