const address = exports.table_address();
const put = (index, value) => {
  new Uint32Array(memory.buffer, address, 4)[index] = value;
};

put(0, 1);
exports.report();
memory.grow(1);
put(1, 2);
exports.report();
memory.grow(0);
put(2, 3);
exports.report();
memory.grow(1);
put(3, 4);
exports.report();
memory.grow(1);

new Uint32Array(memory.buffer, address, 4);
