// fails: finishes
const loudest = (samples) => samples.reduce((peak, sample) => Math.max(peak, sample), 0);

Module.record(1000);
const samples = Module.samples();
Module.report(1000, loudest(samples));
Module.record(1000);
Module.report(2000, loudest(Module.samples()));
Module.record(15_000);
Module.report(17_000, loudest(samples));
