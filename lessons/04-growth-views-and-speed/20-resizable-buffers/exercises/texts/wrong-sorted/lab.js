// fails: output "3, 417\n4, 1339\n3, 168865\n"
memory.toResizableBuffer();
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function shout(text) {
  const bytes = encoder.encode(text);
  const p = exports.allocate(bytes.length);
  const v = new Uint8Array(memory.buffer, p, bytes.length);
  v.set(bytes);
  exports.capitals(p, bytes.length);
  const s = decoder.decode(v.slice());
  exports.release(p);
  return [...s].reverse().join(""); }

for (const text of ["tea", "café", "🦀!"]) {
  const loud = shout(text);
  let sum = 0;
  for (let i = 0; i < loud.length; i++) sum += (i + 1) * loud.charCodeAt(i);
  exports.report(loud.length, sum);
}
if (!memory.buffer.resizable) throw new TypeError("the buffer is not resizable");
