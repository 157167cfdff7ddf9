const size = 12;
const count = Module.size();
const rows = new DataView(memory.buffer, Module.address(), size * count);
const degrees = (row) => rows.getFloat32(size * row + 4, true);
let sum = 0;
let highest = 0;
for (let row = 0; row < count; ++row) {
  sum += degrees(row);
  if (degrees(row) > degrees(highest)) highest = row;
}
Module.report(sum / count, rows.getUint32(size * highest, true));
