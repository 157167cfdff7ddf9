// fails: allocated-bytes <= 30
const encoder = new TextEncoder();

function send(text) {
  const address = exports.allocate(1024);
  const { written } = encoder.encodeInto(text, new Uint8Array(memory.buffer, address, 1024));
  exports.print_text(address, written);
  exports.release(address);
}

for (const text of ["tea", "café", "€", "🦀"]) send(text);
