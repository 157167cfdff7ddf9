const clockBytes = 8;

const readClock = (address) => {
  const data = new DataView(memory.buffer, address, clockBytes);
  return { hours: data.getUint32(0, true), minutes: data.getUint8(4), seconds: data.getUint8(5) };
};

const show = (opens, closes) => {
  const opensAt = exports.split_time(opens);
  const closesAt = exports.split_time(closes);
  for (const address of [opensAt, closesAt]) {
    const { hours, minutes, seconds } = readClock(address);
    exports.print_clock(hours, minutes, seconds);
  }
};

for (let time = 3725; time < 43200; time += 9871) {
  exports.set_ahead(Math.floor(Math.random() * 86400));
  show(time, 90124 - time);
}
