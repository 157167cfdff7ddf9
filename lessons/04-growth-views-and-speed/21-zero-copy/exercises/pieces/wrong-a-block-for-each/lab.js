// fails: allocates 1
const size = 200;
const pieces = [];
let checksum = 0;
for (let from = 0; from < size; from += 64) {
  const piece = Uint8Array.from({ length: Math.min(64, size - from) }, () => 256 * Math.random());
  for (const byte of piece) checksum = Math.imul(31, checksum) + byte;
  pieces.push(piece);
}
exports.expect(checksum);

const block = exports.allocate(size);
let position = 0;
for (const piece of pieces) {
  const part = exports.allocate(piece.length);
  new Uint8Array(memory.buffer, part, piece.length).set(piece);
  new Uint8Array(memory.buffer).copyWithin(block + position, part, part + piece.length);
  exports.release(part);
  position += piece.length;
}
exports.check(block, size);
exports.release(block);
