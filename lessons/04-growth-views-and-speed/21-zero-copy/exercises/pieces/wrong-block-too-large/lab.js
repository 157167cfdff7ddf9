// fails: allocated-bytes <= 200
const size = 200;
const pieces = [];
let checksum = 0;
for (let from = 0; from < size; from += 64) {
  const piece = Uint8Array.from({ length: Math.min(64, size - from) }, () => 256 * Math.random());
  for (const byte of piece) checksum = Math.imul(31, checksum) + byte;
  pieces.push(piece);
}
exports.expect(checksum);

const block = exports.allocate(64 * pieces.length);
pieces.forEach((piece, index) => new Uint8Array(memory.buffer, block + 64 * index, piece.length).set(piece));
exports.check(block, size);
exports.release(block);
