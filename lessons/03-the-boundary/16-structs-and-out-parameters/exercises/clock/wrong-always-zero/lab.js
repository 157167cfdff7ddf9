const clockBytes = 8;

const readClock = (address) => {
  const data = new DataView(memory.buffer, address, clockBytes);
  return { hours: data.getUint32(0, true), minutes: data.getUint8(4), seconds: data.getUint8(5) };
};

const splitTime = (time) => {
  const out = exports.allocate(clockBytes);
  if (out === 0) throw new Error("out of memory");
  try {
    if (exports.split_time(time, out) === 5) throw new Error("no time");
    return readClock(out);
  } finally {
    exports.release(out);
  }
};

const show = (opens, closes) => {
  for (const { hours, minutes, seconds } of [splitTime(opens), splitTime(closes)]) exports.print_clock(hours, minutes, seconds);
};

for (let time = 3725; time < 43200; time += 9871) {
  exports.set_ahead(Math.floor(Math.random() * 86400));
  show(time, 90124 - time);
}
