// fails: output "4 pages: 1 0 0 0\n5 pages: 1 2 0 0\n5 pages: 1 2 3 0\n6 pages: 1 2 3 4\n"
const address = exports.table_address();
const table = () => new Uint32Array(memory.buffer, address, 4);

table()[0] = 1;
memory.grow(1);
table()[1] = 2;
memory.grow(0);
table()[2] = 3;
memory.grow(1);
table()[3] = 4;
memory.grow(1);

console.log(table().join());
