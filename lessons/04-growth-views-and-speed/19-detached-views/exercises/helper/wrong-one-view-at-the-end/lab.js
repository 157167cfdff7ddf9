// fails: views >= 4
const address = exports.table_address();
memory.grow(1);
memory.grow(0);
memory.grow(1);
new Uint32Array(memory.buffer, address, 4).set([1, 2, 3, 4]);
