const size = 200;
const pieces = [];
for (let from = 0; from < size; from += 64)
  pieces.push(Uint8Array.from({ length: Math.min(64, size - from) }, (_, i) => from + i));

const block = exports.allocate(size);
try {
  const file = new Uint8Array(memory.buffer, block, size);
  let left = file;
  for (const piece of pieces) {
    left.set(piece);
    left = left.subarray(piece.length);
  }
  exports.print_checksum(block, size);
} finally {
  exports.release(block);
}
