const names = ["Oslo", "Zürich", "Reykjavík", "Łódź", "Alexandria", "Tórshavn", "Rome", "Düsseldorf"];

const encoded = names.join("\n");
const room = new TextEncoder().encode(encoded).length;
const block = exports.allocate(room);
try {
  new TextEncoder().encodeInto(encoded, new Uint8Array(memory.buffer, block, room));
  exports.print_longest(block, room);
} finally {
  exports.release(block);
}
