// fails: bytes table = 01 00 00 00 02 00 00 00 03 00 00 00 04 00 00 00
const address = exports.table_address();
let view = new Uint32Array(memory.buffer, address, 4);
const table = () => {
  if (view.length === 16) view = new Uint32Array(memory.buffer, address, 4);
  return view;
};

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
