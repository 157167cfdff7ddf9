const count = 64;
canvas.width = 96;
canvas.height = 48;
const context = canvas.getContext("2d");
context.fillStyle = "teal";

for (let frame = 0; frame < 10; ++frame) exports.step();

const field = new Float32Array(memory.buffer, exports.field_address(), 4 * count);
let [x, y] = [0, 0];
for (let i = 0; i < field.length; i += 4) {
  x += field[i];
  y += field[i + 1];
  context.fillRect(field[i], field[i + 1], 2, 2);
}
exports.print_centre(x / count, y / count);
