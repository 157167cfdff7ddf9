function preview(width, height, colour) {
  const image = new Module.ImageProcessor(width, height);
  if (image.pixels().length === 0) {
    image.delete();
    return;
  }
  if (colour.length !== 3) {
    image.delete();
    throw new RangeError("A colour has three numbers.");
  }
  image.fill(...colour);
  image.greyscale();
  image.print();
  image.delete();
}

preview(4, 2, [255, 0, 0]);
preview(0, 2, [0, 255, 0]);
try {
  preview(4, 2, [1, 2]);
} catch (error) {
  Module.tell(`Refused: ${error.message}`);
}
preview(4, 2, [0, 0, 255]);
