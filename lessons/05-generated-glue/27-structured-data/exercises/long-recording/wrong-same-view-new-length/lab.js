// fails: finishes
const loudest = (samples) => samples.reduce((peak, sample) => Math.max(peak, sample), 0);

Module.record(1000);
const samples = Module.samples();
Module.report(1000, loudest(samples));
Module.record(1000);
Module.report(2000, loudest(Module.samples()));
Module.record(5000);
Module.report(7000, loudest(samples));
