// fails: reads-through-view clips = 0
for (let clip = 0; clip < 3; ++clip) {
  const samples = Module.samples(clip);
  const high = samples.reduce((most, sample) => Math.max(most, sample));
  const low = samples.reduce((least, sample) => Math.min(least, sample));
  const mean = samples.reduce((sum, sample) => sum + sample, 0) / samples.length;
  Module.show(samples.length, low, high, mean, samples.indexOf(high));
}
