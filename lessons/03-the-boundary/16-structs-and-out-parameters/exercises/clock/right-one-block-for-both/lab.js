const clockBytes = 8;

const readClock = (address) => {
  const data = new DataView(memory.buffer, address, clockBytes);
  return { hours: data.getUint32(0, true), minutes: data.getUint8(4), seconds: data.getUint8(5) };
};

const show = (opens, closes) => {
  const places = exports.allocate(2 * clockBytes);
  if (places === 0) throw new Error("out of memory");
  try {
    [opens, closes].forEach((time, i) => exports.split_time(time, places + i * clockBytes));
    for (let i = 0; i < 2; i++) {
      const { hours, minutes, seconds } = readClock(places + i * clockBytes);
      exports.print_clock(hours, minutes, seconds);
    }
  } finally {
    exports.release(places);
  }
};

for (let time = 3725; time < 43200; time += 9871) {
  exports.set_ahead(Math.floor(Math.random() * 86400));
  show(time, 90124 - time);
}
