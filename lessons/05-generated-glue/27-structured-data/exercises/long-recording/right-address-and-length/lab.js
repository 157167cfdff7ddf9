const loudest = (samples) => samples.reduce((peak, sample) => Math.max(peak, sample), 0);

for (const count of [1000, 1000, 5000]) {
  Module.record(count);
  const samples = new Float32Array(memory.buffer, Module.address(), Module.size());
  Module.report(samples.length, loudest(samples));
}
