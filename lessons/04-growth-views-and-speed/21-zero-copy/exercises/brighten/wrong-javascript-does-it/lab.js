const [width, height] = [16, 8];
const address = exports.frame_address();

exports.brighten(address, width * height, 60);

const pixels = new Uint8ClampedArray(memory.buffer, address, 4 * width * height);
for (let i = 0; i < pixels.length; i++) {
  if (i % 4 !== 3) pixels[i] += 60;
}
canvas.width = width;
canvas.height = height;
canvas.getContext("2d").putImageData(new ImageData(pixels, width, height), 0, 0);
