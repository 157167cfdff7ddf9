const piece = 256;

for (const count of [1000, 1000, 5000]) {
  Module.record(count);
  const { length } = Module.samples();
  let peak = 0;
  for (let from = 0; from < length; from += piece) {
    peak = Math.max(peak, ...Module.samples().slice(from, from + piece));
  }
  Module.report(length, peak);
}
