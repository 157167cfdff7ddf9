// fails: finishes
const address = exports.table_address();
const { buffer } = memory;
const table = () => new Uint32Array(buffer, address, 4);

table()[0] = 1;
exports.report();
memory.grow(1);
table()[1] = 2;
exports.report();
memory.grow(0);
table()[2] = 3;
exports.report();
memory.grow(1);
table()[3] = 4;
exports.report();
memory.grow(1);

console.log(table().join());
