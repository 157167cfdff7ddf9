// fails: output "200 bytes, checksum 1294555236\n"
const size = 200;
const pieces = [];
for (let from = 0; from < size; from += 64)
  pieces.push(Uint8Array.from({ length: Math.min(64, size - from) }, (_, i) => from + i));

const block = exports.allocate(size);
let position = size;
for (const piece of pieces) {
  position -= piece.length;
  new Uint8Array(memory.buffer, block, size).set(piece, position);
}
exports.print_checksum(block, size);
exports.release(block);
