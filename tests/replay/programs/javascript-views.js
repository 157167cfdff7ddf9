const at = exports.arena();
const types = [
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
];
for (const [index, View] of types.entries()) {
  const view = new View(memory.buffer, at + index * 64, 64 / View.BYTES_PER_ELEMENT);
  view.fill(index + 1);
  view.set([300, -1], 1);
  view.copyWithin(3, 0, 2);
  view.subarray(2).reverse();
  if (index % 4 === 0) exports.rotate();
}
const longs = new BigInt64Array(memory.buffer, at + 4088, 4);
longs.set([1n, -1n, 2n ** 62n]);
longs.sort();
new BigUint64Array(memory.buffer, at + 4120, 1)[0] = 9n;
exports.rotate();
