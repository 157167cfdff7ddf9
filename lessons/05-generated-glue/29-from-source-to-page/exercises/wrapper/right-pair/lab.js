class Samples {
  #place;

  constructor(length) {
    const address = exports.samples_new(length);
    if (address === 0) throw new RangeError(`${length} samples do not fit.`);
    this.#place = [address, length];
  }

  get values() {
    this.#check();
    return new Float32Array(memory.buffer, ...this.#place);
  }

  smooth() {
    this.#check();
    exports.samples_smooth(...this.#place);
  }

  peak() {
    this.#check();
    const highest = exports.samples_peak(...this.#place);
    return highest;
  }

  free() {
    const [address] = this.#place;
    this.#place = [0, 0];
    if (address !== 0) exports.samples_delete(address);
  }

  #check() {
    if (this.#place[0] === 0) throw new Error("Freed samples cannot be used.");
  }
}

// Leave the rest as it is.
function report(length, places, heights) {
  const samples = new Samples(length);
  try {
    samples.values.fill(0.25);
    for (const [i, place] of places.entries()) samples.values[place] = heights[i];
    samples.smooth();
    Module.printNumber(samples.peak());
    Module.printNumber(samples.values[places[0]]);
  } finally {
    samples.free();
  }
  samples.free();
}

function refused(work) {
  try {
    work();
    return "nothing thrown";
  } catch (error) {
    return error instanceof Error ? error.name : "no error";
  }
}

report(9, [4], [1]);
report(16000, [7, 8], [1, 0.7]);

const gone = new Samples(4);
gone.free();
Module.printText(refused(() => gone.values));
Module.printText(refused(() => gone.smooth()));
Module.printText(refused(() => gone.peak()));

const few = new Samples(4);
few.values[0] = 0.5;
const large = 9 * 2 ** 14;
const most = new Samples(large);
Module.printText(refused(() => new Samples(large)));
Module.printNumber(few.values[0]);
for (const samples of [few, most]) samples.free();
Module.handOver(Samples);
