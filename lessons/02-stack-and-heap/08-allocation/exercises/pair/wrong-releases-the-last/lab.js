const count = 8;
const first = exports.allocate_numbers(count);
const second = exports.allocate_numbers(count);

new Uint32Array(memory.buffer, first, count).fill(1);
new Uint32Array(memory.buffer, second, count).fill(100);

exports.print_sum(first, count);
exports.print_sum(second, count);

exports.release_numbers(first);
exports.release_numbers(second);
