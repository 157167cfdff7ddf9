const readingBytes = 12;
const int16 = new Int16Array(memory.buffer);
const uint8 = new Uint8Array(memory.buffer);

const readReading = (address) => {
  const data = address;
  return { tenths: int16[(data + 2) / 2], valid: uint8[data + 8] === 1 };
};

const first = exports.readings_address();
const count = exports.readings_count();
let total = 0;
for (let i = 0; i < count; i++) {
  const reading = readReading(first + i * readingBytes);
  if (reading.valid) total += reading.tenths;
}
exports.print_total(total);
