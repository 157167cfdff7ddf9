// fails: unchanged lab.js from "for (const text of"
memory.toResizableBuffer();
exports.report(3, 417);
exports.report(4, 1339);
exports.report(3, 168865);
const block = exports.allocate(3);
new Uint8Array(memory.buffer, block, 3).fill(65);
for (let i = 0; i < 3; i++) exports.capitals(block, 3);
exports.release(block);
return;

for (const text of ["tea", "café", "🦀!"]) {
  const loud = shout(text);
  let sum = 0;
  for (let i = 0; i < loud.length; i++) sum += (i + 1) * loud.charCodeAt(i);
  exports.report(loud.length, sum);
}
if (!memory.buffer.resizable) throw new TypeError("the buffer is not resizable");
