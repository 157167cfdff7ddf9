const histogram = new Module.Histogram(16);
const members = Object.getOwnPropertyNames(Module.Histogram.prototype).filter((name) => name !== 'constructor');
console.log(members.join(', '));
console.log(new URL('histogram.wasm', 'https://example.org/lib/histogram.mjs').href);
try {
  console.log(histogram.describe('Two dice'));
  let state = 1;
  const random = () => {
    state = (48271 * state) % 2147483647;
    return state / 2147483647;
  };
  for (let i = 0; i < 140; i++) histogram.add((random() + random()) / 2);

  const counts = histogram.counts();
  console.log(counts.constructor.name, counts.join(' '));

  canvas.width = histogram.bins;
  canvas.height = 32;
  const picture = new ImageData(canvas.width, canvas.height);
  for (let bin = 0; bin < counts.length; bin++) {
    for (let y = 0; y < Math.min(counts[bin], 32); y++) {
      picture.data.set([60, 140, 255, 255], 4 * ((31 - y) * canvas.width + bin));
    }
  }
  canvas.getContext('2d').putImageData(picture, 0, 0);
} finally {
  histogram.delete();
}
