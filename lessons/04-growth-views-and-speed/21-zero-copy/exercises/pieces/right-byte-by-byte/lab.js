const size = 200;
const pieces = [];
for (let from = 0; from < size; from += 64)
  pieces.push(Uint8Array.from({ length: Math.min(64, size - from) }, (_, i) => from + i));

const block = exports.allocate(size);
const file = new Uint8Array(memory.buffer, block, size);
let at = 0;
for (const piece of pieces) for (const byte of piece) file[at++] = byte;
exports.print_checksum(block, size);
exports.release(block);
