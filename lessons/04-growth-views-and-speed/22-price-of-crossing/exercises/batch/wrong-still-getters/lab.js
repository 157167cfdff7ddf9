const count = 64;
canvas.width = 96;
canvas.height = 48;
const context = canvas.getContext("2d");
context.fillStyle = "teal";

for (let frame = 0; frame < 10; ++frame) exports.step();

let [x, y] = [0, 0];
for (let i = 0; i < count; ++i) {
  x += exports.x_of(i);
  y += exports.y_of(i);
  context.fillRect(exports.x_of(i), exports.y_of(i), 2, 2);
}
exports.print_centre(x / count, y / count);
