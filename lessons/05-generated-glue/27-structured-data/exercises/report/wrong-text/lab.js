// fails: largest-copy <= 40
for (let clip = 0; clip < 3; ++clip) {
  const { count, low, high, mean, peakAt } = JSON.parse(Module.summarise(clip));
  Module.show(count, low, high, mean, peakAt);
}
