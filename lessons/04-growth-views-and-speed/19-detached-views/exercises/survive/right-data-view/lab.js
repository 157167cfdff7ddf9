const small = exports.allocate(10);
const large = exports.allocate(1_000_000);

const data = new DataView(memory.buffer);
for (let i = 0; i < 10; i++) data.setUint8(small + i, 1);
for (let i = 0; i < 1000; i++) data.setUint8(large + i, 1);

exports.print_sum(small, 10);
exports.print_sum(large, 1000);

exports.release(small);
exports.release(large);
