// fails: unchanged lab.js from "exports.release(small);" to "exports.release(large);"
const small = exports.allocate(10);
const large = exports.allocate(1_000_000);

const smallBytes = new Uint8Array(memory.buffer, small, 10);
const largeBytes = new Uint8Array(memory.buffer, large, 1_000_000);
smallBytes.fill(1);
largeBytes.fill(0).fill(1, 0, 1000);

exports.print_sum(small, 10);
exports.print_sum(large, 1000);

exports.release(small);
