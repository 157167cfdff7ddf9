// fails: no-leak
const encoder = new TextEncoder();

function send(text) {
  const bytes = encoder.encode(text);
  const address = exports.allocate(bytes.length);
  new Uint8Array(memory.buffer, address, bytes.length).set(bytes);
  exports.print_text(address, bytes.length);
}

for (const text of ["tea", "café", "€", "🦀"]) send(text);
