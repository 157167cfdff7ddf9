// fails: output "4 pages: 1 0 0 0\n5 pages: 1 2 0 0\n5 pages: 1 2 3 0\n6 pages: 1 2 3 4\n"
const address = exports.table_address();
const table = () => new Uint32Array(memory.buffer, address, 4);

memory.grow(1);
memory.grow(0);
memory.grow(1);
memory.grow(1);
for (let i = 0; i < 4; i++) {
  table()[i] = i + 1;
  exports.report();
}

console.log(table().join());
