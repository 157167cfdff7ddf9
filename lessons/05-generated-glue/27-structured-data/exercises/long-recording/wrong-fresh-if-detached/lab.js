// fails: no-finding
const loudest = (samples) => samples.reduce((peak, sample) => Math.max(peak, sample), 0);

let samples = null;
for (const count of [1000, 1000, 5000]) {
  Module.record(count);
  if (!samples?.length) samples = Module.samples();
  Module.report(samples.length, loudest(samples));
}
