// fails: output "1000 samples, peak 0.2351\n2000 samples, peak 0.4825\n7000 samples, peak 1.6911\n"
const loudest = (samples) => samples.reduce((peak, sample) => Math.max(peak, sample), 0);

for (const count of [1000, 1000, 5000]) {
  Module.record(count);
  const samples = Module.samples().subarray(-1000);
  Module.report(samples.length, loudest(samples));
}
