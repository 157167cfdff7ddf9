// fails: value images_printed = 2
function preview(width, height, colour) {
  if (width * height === 0) return;
  if (colour.length !== 3) throw new RangeError("A colour has three numbers.");
  const g = Math.floor((299 * colour[0] + 587 * colour[1] + 114 * colour[2] + 500) / 1000);
  Module.tell(`${g} ${g} ${g}`);
}

preview(4, 2, [255, 0, 0]);
preview(0, 2, [0, 255, 0]);
try {
  preview(4, 2, [1, 2]);
} catch (error) {
  Module.tell(`Refused: ${error.message}`);
}
preview(4, 2, [0, 0, 255]);
