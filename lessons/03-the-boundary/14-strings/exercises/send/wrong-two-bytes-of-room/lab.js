// fails: output "[tea]\n[café]\n[€]\n[🦀]\n"
const encoder = new TextEncoder();

function send(text) {
  const address = exports.allocate(2 * text.length);
  if (address === 0) throw new Error("no memory");
  try {
    const room = new Uint8Array(memory.buffer, address, 2 * text.length);
    const { written } = encoder.encodeInto(text, room);
    exports.print_text(address, written);
  } finally {
    exports.release(address);
  }
}

for (const text of ["tea", "café", "€", "🦀"]) send(text);
