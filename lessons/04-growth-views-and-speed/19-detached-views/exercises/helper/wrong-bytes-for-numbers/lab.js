// fails: view Uint32Array at table length 4
const address = exports.table_address();
const table = () => {
  const bytes = new Uint8Array(memory.buffer, address, 16);
  return new Proxy(bytes, { set: (all, index, value) => Reflect.set(all, index * 4, value), get: (all, index) => (index === "join" ? () => [...all].join() : all[index * 4]) });
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
