const loudest = (samples) => samples.reduce((peak, sample) => Math.max(peak, sample), 0);

/** The view is used up before the next call that may move the samples. */
function extend(count) {
  Module.record(count);
  Module.report(Module.samples().length, loudest(Module.samples()));
}

extend(1000);
extend(1000);
extend(5000);
