// fails: output "4 pages: 1 0 0 0\n5 pages: 1 2 0 0\n5 pages: 1 2 3 0\n6 pages: 1 2 3 4\n"
const address = exports.table_address();
memory.grow(1);
memory.grow(0);
memory.grow(1);
memory.grow(1);
new Uint32Array(memory.buffer, address, 4).set([1, 2, 3, 4]);
