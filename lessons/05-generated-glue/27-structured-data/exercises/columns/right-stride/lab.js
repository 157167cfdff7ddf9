const address = Module.address();
const words = 3 * Module.size();
const floats = new Float32Array(memory.buffer, address, words);
const integers = new Uint32Array(memory.buffer, address, words);
let sum = 0;
let highest = 0;
for (let at = 0; at < words; at += 3) {
  sum += floats[at + 1];
  if (floats[at + 1] > floats[highest + 1]) highest = at;
}
Module.report(sum / Module.size(), integers[highest]);
