// fails: reads-through-view >= 60000
for (const count of [1000, 1000, 15_000]) {
  Module.record(count);
  Module.report(Module.samples().length, Module.peak()[0]);
}
