const clockBytes = 8;

const readClock = (address) => {
  const data = new DataView(memory.buffer, address, clockBytes);
  return { hours: data.getUint32(0, true), minutes: data.getUint8(4), seconds: data.getUint8(5) };
};

const places = exports.allocate(2 * clockBytes);
if (places === 0) throw new Error("out of memory");
try {
  [3725, 86399].forEach((time, i) => exports.split_time(time, places + i * clockBytes));
  for (let i = 0; i < 2; i++) {
    const { hours, minutes, seconds } = readClock(places + i * clockBytes);
    exports.print_clock(hours, minutes, seconds);
  }
} finally {
  exports.release(places);
}
