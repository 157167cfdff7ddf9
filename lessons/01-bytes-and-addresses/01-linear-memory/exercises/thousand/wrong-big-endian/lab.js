// fails: bytes total = E8 03 00 00
const address = exports.total_address();
const bytes = new Uint8Array(memory.buffer);

bytes[address + 2] = 3;
bytes[address + 3] = 232;

exports.print_total();
