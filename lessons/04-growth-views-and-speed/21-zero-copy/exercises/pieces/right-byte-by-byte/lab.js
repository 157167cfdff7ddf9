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
const file = new Uint8Array(memory.buffer, block, size);
let at = 0;
for (const piece of pieces) for (const byte of piece) file[at++] = byte;
exports.check(block, size);
exports.release(block);
