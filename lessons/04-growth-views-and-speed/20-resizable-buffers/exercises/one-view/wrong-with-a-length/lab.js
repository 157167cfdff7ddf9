// fails: output "1 and 2\n1 and 2\n1 and 2\n"
memory.toResizableBuffer();
const bytes = new Uint8Array(memory.buffer, 0, memory.buffer.byteLength);

for (const size of [10, 300_000, 900_000]) {
  const block = exports.allocate(size);
  if (block === 0) throw new RangeError("out of memory");
  try {
    bytes[block] = 1;
    bytes[block + size - 1] = 2;
    exports.print_ends(block, size);
  } finally {
    exports.release(block);
  }
}
memory.grow(1);
if (bytes.byteLength < memory.buffer.byteLength) throw new RangeError("the view ends before the memory");
