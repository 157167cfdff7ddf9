// fails: output-contains "0.650\nError\nError\nError\n"
class Samples {
  #address;
  #length;

  constructor(length) {
    this.#address = exports.samples_new(length);
    if (this.#address === 0) throw new RangeError(`No room for ${length} samples.`);
    this.#length = length;
  }

  get values() {
    return new Float32Array(memory.buffer, this.#live(), this.#length);
  }

  smooth() {
    exports.samples_smooth(this.#live(), this.#length);
  }

  peak() {
    return exports.samples_peak(this.#live(), this.#length);
  }

  free() {
    exports.samples_delete(this.#address);
    this.#address = 0;
  }

  #live() {
    return this.#address;
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
