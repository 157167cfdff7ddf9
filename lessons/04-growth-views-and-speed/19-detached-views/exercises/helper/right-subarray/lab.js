const address = exports.table_address();
function table() {
  const first = address / Uint32Array.BYTES_PER_ELEMENT;
  return new Uint32Array(memory.buffer).subarray(first, first + 4);
}

table()[0] = 1;
exports.report();
memory.grow(1);
table().set([2], 1);
exports.report();
memory.grow(0);
table().fill(3, 2, 3);
exports.report();
memory.grow(1);
table()[3] = 4;
exports.report();
memory.grow(1);

const last = table();
console.log(last.length);
