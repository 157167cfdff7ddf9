for (let clip = 0; clip < 3; ++clip) {
  const { count, low, high, sum, peakAt } = Module.summarise(clip);
  Module.show(count, low, high, sum / count, peakAt);
}
