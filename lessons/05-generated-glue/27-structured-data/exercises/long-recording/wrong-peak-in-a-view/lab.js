// fails: reads-through-view >= 24000
for (const count of [1000, 1000, 5000]) {
  Module.record(count);
  Module.report(Module.samples().length, Module.peak()[0]);
}
