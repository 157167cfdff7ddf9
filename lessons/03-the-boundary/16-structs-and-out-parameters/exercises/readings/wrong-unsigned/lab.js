// fails: output "total 213\n"
const readingBytes = 12;

const readReading = (address) => {
  const data = new DataView(memory.buffer, address, readingBytes);
  return { tenths: data.getUint16(2, true), valid: data.getUint8(8) !== 0 };
};

const first = exports.readings_address();
const count = exports.readings_count();
let total = 0;
for (let i = 0; i < count; i++) {
  const reading = readReading(first + i * readingBytes);
  if (reading.valid) total += reading.tenths;
}
exports.print_total(total);
