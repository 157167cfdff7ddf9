const small = exports.allocate(10);
const large = exports.allocate(1_000_000);
const bytesAt = (address, length) => new Uint8Array(memory.buffer, address, length);

bytesAt(small, 10).fill(1);
bytesAt(large, 1_000_000).fill(0);
bytesAt(large, 1000).fill(1);

exports.print_sum(small, 10);
exports.print_sum(large, 1000);

exports.release(small);
exports.release(large);
