const count = 8;
const first = exports.allocate_numbers(2 * count);
const second = first + 4 * count;

new Uint32Array(memory.buffer, first, count).fill(1);
new Uint32Array(memory.buffer, second, count).fill(100);

exports.print_sum(first, count);
exports.print_sum(second, count);

exports.release_numbers(first);
