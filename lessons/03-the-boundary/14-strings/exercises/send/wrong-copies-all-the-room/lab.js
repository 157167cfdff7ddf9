// fails: largest-copy <= 6
const encoder = new TextEncoder();

function send(text) {
  const bytes = new Uint8Array(3 * text.length);
  const { written } = encoder.encodeInto(text, bytes);
  const address = exports.allocate(bytes.length);
  new Uint8Array(memory.buffer, address, bytes.length).set(bytes);
  exports.print_text(address, written);
  exports.release(address);
}

for (const text of ["tea", "café", "€", "🦀"]) send(text);
