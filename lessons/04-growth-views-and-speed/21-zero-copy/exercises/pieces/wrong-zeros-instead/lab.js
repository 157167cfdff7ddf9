// fails: unchanged lab.js from "const size = 200;" to "exports.expect(checksum)"
const size = 200;
const pieces = [];
let checksum = 0;
for (let from = 0; from < size; from += 64) {
  const piece = Uint8Array.from({ length: Math.min(64, size - from) }, () => 0);
  for (const byte of piece) checksum = Math.imul(31, checksum) + byte;
  pieces.push(piece);
}
exports.expect(checksum);

const block = exports.allocate(size);
new Uint8Array(memory.buffer, block, size).fill(0);
exports.check(block, size);
exports.release(block);
