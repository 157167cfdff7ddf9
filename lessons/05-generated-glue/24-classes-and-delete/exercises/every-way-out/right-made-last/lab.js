function preview(width, height, colour) {
  if (width * height === 0) return;
  if (colour.length !== 3) throw new RangeError("A colour has three numbers.");
  const image = new Module.ImageProcessor(width, height);
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
