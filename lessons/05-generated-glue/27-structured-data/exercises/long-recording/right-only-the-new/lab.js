let seen = 0;
let peak = 0;

for (const count of [1000, 1000, 5000]) {
  Module.record(count);
  const samples = Module.samples();
  for (const sample of samples.subarray(seen)) peak = Math.max(peak, sample);
  seen = samples.length;
  Module.report(seen, peak);
}
