// fails: no-stale-view
const address = exports.table_address();
const old = new Uint32Array(memory.buffer, address, 4);
old[0] = 1;
new Uint32Array(memory.buffer, address, 4)[0] = 1;
exports.report();
memory.grow(1);
old[1] = 2;
new Uint32Array(memory.buffer, address, 4)[1] = 2;
exports.report();
memory.grow(0);
old[2] = 3;
new Uint32Array(memory.buffer, address, 4)[2] = 3;
exports.report();
memory.grow(1);
old[3] = 4;
new Uint32Array(memory.buffer, address, 4)[3] = 4;
exports.report();
new Uint32Array(memory.buffer, address, 4);
