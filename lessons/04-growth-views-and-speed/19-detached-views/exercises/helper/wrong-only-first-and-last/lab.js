// fails: bytes table = 01 00 00 00 02 00 00 00 03 00 00 00 04 00 00 00
const address = exports.table_address();
const table = () => new Uint32Array(memory.buffer, address, 4);

table()[0] = 1;
exports.report();
memory.grow(1);
const kept = table();
memory.grow(0);
kept[1] = 2;
exports.report();
kept[2] = 3;
exports.report();
memory.grow(1);
table()[3] = 4;
exports.report();
memory.grow(1);

console.log(table().join());
