const address = exports.total_address();
const bytes = new Uint8Array(memory.buffer);

new Uint32Array(memory.buffer, address, 1)[0] = 1000;

exports.print_total();
