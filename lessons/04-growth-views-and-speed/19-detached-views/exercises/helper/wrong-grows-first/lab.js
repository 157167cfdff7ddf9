// fails: growths 4
const address = exports.table_address();
const table = () => new Uint32Array(memory.buffer, address, 4);

table()[0] = 1;
exports.report();
memory.grow(2);
table()[1] = 2;
exports.report();
memory.grow(0);
table()[2] = 3;
exports.report();
table()[3] = 4;
exports.report();
memory.grow(1);

console.log(table().join());
