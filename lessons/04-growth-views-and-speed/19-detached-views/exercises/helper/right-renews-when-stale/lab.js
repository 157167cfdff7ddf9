const address = exports.table_address();
let view = new Uint32Array(memory.buffer, address, 4);
const table = () => {
  if (view.buffer !== memory.buffer) view = new Uint32Array(memory.buffer, address, 4);
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

console.log(table().join());
