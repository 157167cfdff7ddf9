// fails: output "[tea]\n[café]\n[€]\n[🦀]\n"
const encoder = new TextEncoder();

function send(text) {
  const bytes = encoder.encode(text).subarray(0, [...text].length);
  const address = exports.allocate(bytes.length);
  new Uint8Array(memory.buffer, address, bytes.length).set(bytes);
  exports.print_text(address, bytes.length);
  exports.release(address);
}

for (const text of ["tea", "café", "€", "🦀"]) send(text);
