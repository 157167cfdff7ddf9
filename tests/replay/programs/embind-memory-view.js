const samples = Module.samples();
for (let i = 0; i < samples.length; i++) samples[i] = i * 13;
Module.levels().fill(0.75);
Module.smooth();
samples.fill(0, 100, 200);
Module.levels()[39] = Number.NaN;
Module.smooth();
console.log(samples[300]);
