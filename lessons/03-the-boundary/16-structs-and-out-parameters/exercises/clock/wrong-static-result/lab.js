const clockBytes = 8;

const readClock = (address) => {
  const data = new DataView(memory.buffer, address, clockBytes);
  return { hours: data.getUint32(0, true), minutes: data.getUint8(4), seconds: data.getUint8(5) };
};

const opensAt = exports.split_time(3725);
const closesAt = exports.split_time(86399);

for (const address of [opensAt, closesAt]) {
  const { hours, minutes, seconds } = readClock(address);
  exports.print_clock(hours, minutes, seconds);
}
