// fails: no-leak
const size = 200;
const pieces = [];
for (let from = 0; from < size; from += 64)
  pieces.push(Uint8Array.from({ length: Math.min(64, size - from) }, (_, i) => from + i));

const block = exports.allocate(size);
let position = 0;
for (const piece of pieces) {
  new Uint8Array(memory.buffer, block, size).set(piece, position);
  position += piece.length;
}
exports.print_checksum(block, size);
