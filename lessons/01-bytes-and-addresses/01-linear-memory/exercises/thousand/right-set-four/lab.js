const address = exports.total_address();
const bytes = new Uint8Array(memory.buffer);

bytes.set([232, 3, 0, 0], address);

exports.print_total();
