// fails: no-finding
const encoder = new TextEncoder();

function send(text) {
  const bytes = encoder.encode(text);
  const address = exports.allocate(bytes.length);
  try {
    new Uint8Array(memory.buffer, address, bytes.length).set(bytes);
    exports.print_text(address, bytes.length);
    exports.release(address);
  } finally {
    exports.release(address);
  }
}

for (const text of ["tea", "café", "€", "🦀"]) send(text);
