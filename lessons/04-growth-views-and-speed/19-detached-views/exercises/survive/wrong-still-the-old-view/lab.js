// fails: output "sum 10\nsum 1000\n"
const small = exports.allocate(10);
new Uint8Array(memory.buffer, small, 10).fill(0);
const smallBytes = new Uint8Array(memory.buffer, small, 10);

const large = exports.allocate(1_000_000);
const largeBytes = new Uint8Array(memory.buffer, large, 1_000_000);
largeBytes.fill(0);
console.log(smallBytes.length);

for (let i = 0; i < 10; i++) smallBytes[i] = 1;
for (let i = 0; i < 1000; i++) largeBytes[i] = 1;

exports.print_sum(small, 10);
exports.print_sum(large, 1000);

exports.release(small);
exports.release(large);
