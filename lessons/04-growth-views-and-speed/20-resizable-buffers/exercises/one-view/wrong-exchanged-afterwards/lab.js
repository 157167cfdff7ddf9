// fails: no-stale-view
const bytes = new Uint8Array(memory.buffer);
memory.toResizableBuffer();

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
