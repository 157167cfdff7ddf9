const encoder = new TextEncoder();

function send(text) {
  const room = 3 * text.length;
  const address = exports.allocate(room);
  if (address === 0) throw new Error("no memory");
  try {
    const { written } = encoder.encodeInto(text, new Uint8Array(memory.buffer, address, room));
    exports.print_text(address, written);
  } finally {
    exports.release(address);
  }
}

for (const text of ["tea", "café", "€", "🦀"]) send(text);
