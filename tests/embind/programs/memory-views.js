const pixels = Module.pixels();
pixels.fill(2, 4, 8);
pixels[0] = 300;
console.log(pixels.constructor.name, pixels.length, Module.sum(), pixels.join());
Module.take([9, 8, 7]);
console.log(pixels.subarray(0, 4).join(), Module.sum());
const samples = Module.samples();
samples[1] *= 2;
console.log(samples.constructor.name, Module.samples().join(), Module.stamps().join());
