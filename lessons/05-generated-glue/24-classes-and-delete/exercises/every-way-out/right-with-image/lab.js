function withImage(width, height, use) {
  const image = new Module.ImageProcessor(width, height);
  try {
    use(image);
  } finally {
    image.delete();
  }
}

function preview(width, height, colour) {
  withImage(width, height, (image) => {
    if (image.pixels().length === 0) return;
    if (colour.length !== 3) throw new RangeError("A colour has three numbers.");
    image.fill(...colour);
    image.greyscale();
    image.print();
  });
}

preview(4, 2, [255, 0, 0]);
preview(0, 2, [0, 255, 0]);
try {
  preview(4, 2, [1, 2]);
} catch (error) {
  Module.tell(`Refused: ${error.message}`);
}
preview(4, 2, [0, 0, 255]);
