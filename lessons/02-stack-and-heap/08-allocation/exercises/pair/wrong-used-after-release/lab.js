const count = 8;
for (const value of [1, 100]) {
  const at = exports.allocate_numbers(count);
  exports.release_numbers(at);
  new Uint32Array(memory.buffer, at, count).fill(value);
  exports.print_sum(at, count);
}
