const names = ["Oslo", "Zürich", "Reykjavík", "Łódź", "Alexandria", "Tórshavn", "Rome", "Düsseldorf"];

const encoded = new TextEncoder().encode(names.join("\n"));
const block = exports.allocate(encoded.length);
try {
  new Uint8Array(memory.buffer, block, encoded.length).set(encoded);
  exports.print_longest(block, encoded.length);
} finally {
  exports.release(block);
}
