// fails: bytes total = E8 03 00 00
const address = exports.total_address();
const bytes = new Uint8Array(memory.buffer);

new Uint32Array(memory.buffer)[address] = 1000;

exports.print_total();
