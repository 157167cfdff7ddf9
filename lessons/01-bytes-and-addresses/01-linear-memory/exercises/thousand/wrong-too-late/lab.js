// fails: output "C++ reads 1000\n"
const address = exports.total_address();
const bytes = new Uint8Array(memory.buffer);

exports.print_total();

bytes[address] = 232;
bytes[address + 1] = 3;
