const all = Module.samples();
let total = 0;
for (const count of [1000, 1000, 5000]) {
  Module.record(count);
  total += count;
  let peak = 0;
  for (let i = 0; i < total; i++) if (all[i] > peak) peak = all[i];
  Module.report(total, peak);
}
