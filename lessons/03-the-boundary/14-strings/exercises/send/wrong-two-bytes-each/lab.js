// fails: output "[tea]\n[café]\n[€]\n[🦀]\n"
const encoder = new TextEncoder();

function send(text) {
  const length = 2 * text.length;
  const address = exports.allocate(length);
  encoder.encodeInto(text, new Uint8Array(memory.buffer, address, length).fill(0));
  exports.print_text(address, length);
  exports.release(address);
}

for (const text of ["tea", "café", "€", "🦀"]) send(text);
