// fails: never-writes readings
const readingBytes = 12;

const readReading = (address) => {
  const data = new DataView(memory.buffer, address, readingBytes);
  return { tenths: data.getInt16(2, true), valid: data.getUint8(8) !== 0 };
};

const first = exports.readings_address();
const count = exports.readings_count();
let total = 0;
for (let i = 0; i < count; i++) {
  const reading = readReading(first + i * readingBytes);
  if (reading.valid) total += reading.tenths;
  new Uint8Array(memory.buffer)[first + i * readingBytes + 8] = 0;
}
exports.print_total(total);
