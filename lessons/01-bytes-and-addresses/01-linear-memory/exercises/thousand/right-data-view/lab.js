const address = exports.total_address();
const data = new DataView(memory.buffer);

data.setUint32(address, 1000, true);

exports.print_total();
