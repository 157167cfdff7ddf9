const readingBytes = 8;

const readReading = (address) => {
  const data = new DataView(memory.buffer, address, readingBytes);
  return { tenths: data.getInt16(1, true), valid: data.getUint8(7) !== 0 };
};

const first = exports.readings_address();
const count = exports.readings_count();
let total = 0;
for (let i = 0; i < count; i++) {
  const reading = readReading(first + i * readingBytes);
  if (reading.valid) total += reading.tenths;
}
exports.print_total(total);
