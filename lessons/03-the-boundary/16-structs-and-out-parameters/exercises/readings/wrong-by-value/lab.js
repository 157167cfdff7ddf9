// fails: reads-through-view readings >= 10

const first = exports.readings_address();
const count = exports.readings_count();
const data = new DataView(memory.buffer);
let total = 0;
for (let i = 0; i < count; i++) { const t = data.getInt16(first + 12 * i + 2, true); if (t < 900) total += t; }
exports.print_total(total);
