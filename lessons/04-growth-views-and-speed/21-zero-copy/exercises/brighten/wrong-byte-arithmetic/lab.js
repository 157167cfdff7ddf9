const [width, height] = [16, 8];
const address = exports.frame_address();

exports.brighten(address, width * height, 60);

const bytes = width * height * 4;
const pixels = new Uint8ClampedArray(memory.buffer, address, bytes);
canvas.width = width;
canvas.height = height;
canvas.getContext("2d").putImageData(new ImageData(pixels, width, height), 0, 0);
