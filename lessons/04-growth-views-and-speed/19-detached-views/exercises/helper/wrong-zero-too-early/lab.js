// fails: views >= 4
const address = exports.table_address();
const table = () => new Uint32Array(memory.buffer, address, 4);

table()[0] = 1;
exports.report();
memory.grow(1);
memory.grow(0);
const kept = table();
kept[1] = 2;
exports.report();
kept[2] = 3;
exports.report();
memory.grow(1);
table()[3] = 4;
exports.report();
memory.grow(1);
