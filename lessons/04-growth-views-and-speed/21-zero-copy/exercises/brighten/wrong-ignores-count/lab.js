const [width, height] = [16, 8];
const address = exports.frame_address();

exports.brighten(address, width * height, 60);

const pixels = new Uint8ClampedArray(memory.buffer, address, 4 * width * height);
canvas.width = width;
canvas.height = height;
canvas.getContext("2d").putImageData(new ImageData(pixels, width, height), 0, 0);
