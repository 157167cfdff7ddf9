// fails: unchanged lab.js from "exports.release(small);" to "exports.release(large);"
const small = exports.allocate(10);
const large = exports.allocate(1_000_000);

new Uint8Array(memory.buffer, small, 10).fill(1);
new Uint8Array(memory.buffer, large, 1000).fill(1);

exports.print_sum(small, 10);
exports.print_sum(large, 1000);
