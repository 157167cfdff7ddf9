const encoder = new TextEncoder();

function bytesOf(character) {
  const point = character.codePointAt(0);
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}

function send(text) {
  const length = [...text].reduce((sum, character) => sum + bytesOf(character), 0);
  const address = exports.allocate(length);
  if (address === 0) throw new Error("no memory");
  try {
    encoder.encodeInto(text, new Uint8Array(memory.buffer, address, length));
    exports.print_text(address, length);
  } finally {
    exports.release(address);
  }
}

for (const text of ["tea", "café", "€", "🦀"]) send(text);
