function send(text) {
  const length = Module.lengthBytesUTF8(text);
  const address = exports.allocate(length + 1);
  if (address === 0) throw new Error("no memory");
  try {
    Module.stringToUTF8(text, address, length + 1);
    exports.print_text(address, length);
  } finally {
    exports.release(address);
  }
}

for (const text of ["tea", "café", "€", "🦀"]) send(text);
