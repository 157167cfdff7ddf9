// fails: allocated-bytes <= 200
const size = 200;
const pieces = [];
for (let from = 0; from < size; from += 64)
  pieces.push(Uint8Array.from({ length: Math.min(64, size - from) }, (_, i) => from + i));

const block = exports.allocate(64 * pieces.length);
pieces.forEach((piece, index) => new Uint8Array(memory.buffer, block + 64 * index, piece.length).set(piece));
exports.print_checksum(block, size);
exports.release(block);
