// fails: freed-once
const early = exports.allocate(10);
const large = exports.allocate(1_000_000);
const small = large + 2000;

const bytes = new Uint8Array(memory.buffer);
bytes.fill(1, small, small + 10);
bytes.fill(1, large, large + 1000);

exports.print_sum(small, 10);
exports.print_sum(large, 1000);

exports.release(small);
exports.release(large);
