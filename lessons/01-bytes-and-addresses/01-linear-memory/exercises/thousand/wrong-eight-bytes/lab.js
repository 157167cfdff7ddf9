// fails: value limit = 5000
const address = exports.total_address();
const data = new DataView(memory.buffer);

data.setBigUint64(address, 1000n, true);

exports.print_total();
