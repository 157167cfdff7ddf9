const size = 200;
const pieces = [];
for (let from = 0; from < size; from += 64)
  pieces.push(Uint8Array.from({ length: Math.min(64, size - from) }, (_, i) => from + i));

const block = exports.allocate(size);
let next = block;
for (const piece of pieces) {
  new Uint8Array(memory.buffer, next, piece.length).set(piece);
  next += piece.length;
}
exports.print_checksum(block, next - block);
exports.release(block);
