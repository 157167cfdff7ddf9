const count = 64;
canvas.width = 96;
canvas.height = 48;
const context = canvas.getContext("2d");
context.fillStyle = "teal";

for (let frame = 0; frame < 10; ++frame) exports.step();

const field = new DataView(memory.buffer, exports.field_address(), 16 * count);
let [x, y] = [0, 0];
for (let i = 0; i < field.byteLength; i += 16) {
  const [px, py] = [field.getFloat32(i, true), field.getFloat32(i + 4, true)];
  x += px;
  y += py;
  context.fillRect(px, py, 2, 2);
}
exports.print_centre(x / count, y / count);
