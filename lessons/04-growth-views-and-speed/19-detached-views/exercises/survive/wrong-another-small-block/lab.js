// fails: allocates 2
const early = exports.allocate(10);
const earlyBytes = new Uint8Array(memory.buffer, early, 10);

const large = exports.allocate(1_000_000);
for (let i = 0; i < 10; i++) earlyBytes[i] = 1;
new Uint8Array(memory.buffer, large, 1000).fill(1);
exports.release(early);

const small = exports.allocate(10);
new Uint8Array(memory.buffer, small, 10).fill(1);

exports.print_sum(small, 10);
exports.print_sum(large, 1000);

exports.release(small);
exports.release(large);
