// fails: output "[tea]\n[café]\n[€]\n[🦀]\n"
function send(text) {
  const address = exports.allocate(text.length);
  const bytes = new Uint8Array(memory.buffer, address, text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  exports.print_text(address, text.length);
  exports.release(address);
}

for (const text of ["tea", "café", "€", "🦀"]) send(text);
