// fails: largest-copy <= 64
const size = 200;
const pieces = [];
for (let from = 0; from < size; from += 64)
  pieces.push(Uint8Array.from({ length: Math.min(64, size - from) }, (_, i) => from + i));

const whole = new Uint8Array(size);
let position = 0;
for (const piece of pieces) {
  whole.set(piece, position);
  position += piece.length;
}
const block = exports.allocate(size);
new Uint8Array(memory.buffer, block, size).set(whole);
exports.print_checksum(block, size);
exports.release(block);
