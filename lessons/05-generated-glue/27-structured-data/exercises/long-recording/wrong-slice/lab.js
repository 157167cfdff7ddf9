// fails: largest-copy <= 1024
const loudest = (samples) => samples.reduce((peak, sample) => Math.max(peak, sample), 0);

for (const count of [1000, 1000, 5000]) {
  Module.record(count);
  const samples = Module.samples().slice();
  Module.report(samples.length, loudest(samples));
}
