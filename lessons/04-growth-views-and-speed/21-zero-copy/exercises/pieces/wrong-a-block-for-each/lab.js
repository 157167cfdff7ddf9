// fails: allocates 1
const size = 200;
const pieces = [];
for (let from = 0; from < size; from += 64)
  pieces.push(Uint8Array.from({ length: Math.min(64, size - from) }, (_, i) => from + i));

const block = exports.allocate(size);
let position = 0;
for (const piece of pieces) {
  const part = exports.allocate(piece.length);
  new Uint8Array(memory.buffer, part, piece.length).set(piece);
  new Uint8Array(memory.buffer).copyWithin(block + position, part, part + piece.length);
  exports.release(part);
  position += piece.length;
}
exports.print_checksum(block, size);
exports.release(block);
