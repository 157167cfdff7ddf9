// fails: no-stale-view
const loudest = (samples) => samples.reduce((peak, sample) => Math.max(peak, sample), 0);

for (const count of [1000, 1000, 5000]) {
  const samples = Module.samples();
  Module.record(count);
  let peak = 0;
  for (let i = 0; i < samples.length; ++i) peak = Math.max(peak, samples[i]);
  Module.report(samples.length, peak);
}
