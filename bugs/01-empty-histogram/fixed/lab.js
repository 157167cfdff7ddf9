function draw(bins) {
  const words = new Uint32Array(memory.buffer);
  const start = bins >> 2;
  let bars = '';
  for (let i = 0; i < 8; i++) bars += (words[start + i] ?? 0) > 0 ? '▇' : ' ';
  console.log(`histogram [${bars}]`);
}

for (const pixels of [20_000, 2_000_000]) {
  const photo = exports.load(pixels);
  draw(exports.count(photo, pixels));
  exports.unload(photo);
}
