const count = 64;
canvas.width = 96;
canvas.height = 48;
const context = canvas.getContext("2d");
context.fillStyle = "teal";

for (let frame = 0; frame < 10; ++frame) exports.step();

const field = new Float32Array(memory.buffer);
const first = exports.field_address();
let [x, y] = [0, 0];
for (let i = first; i < first + 4 * count; i += 4) {
  x += field[i];
  y += field[i + 1];
  context.fillRect(field[i], field[i + 1], 2, 2);
}
exports.print_centre(x / count, y / count);
