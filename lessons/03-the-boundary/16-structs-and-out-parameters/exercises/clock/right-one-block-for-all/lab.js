const clockBytes = 8;

const readClock = (address) => {
  const data = new DataView(memory.buffer, address, clockBytes);
  return { hours: data.getUint32(0, true), minutes: data.getUint8(4), seconds: data.getUint8(5) };
};

const out = exports.allocate(clockBytes);
const show = (...times) => {
  for (const time of times) {
    exports.split_time(time, out);
    const { hours, minutes, seconds } = readClock(out);
    exports.print_clock(hours, minutes, seconds);
  }
};

try {
  for (let time = 3725; time < 43200; time += 9871) {
    exports.set_ahead(Math.floor(Math.random() * 86400));
    show(time, 90124 - time);
  }
} finally {
  exports.release(out);
}
