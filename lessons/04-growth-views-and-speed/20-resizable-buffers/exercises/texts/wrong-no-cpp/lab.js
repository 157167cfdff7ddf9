// fails: calls capitals >= 3
memory.toResizableBuffer();
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function shout(text) { return text.replace(/[a-z]/g, (c) => c.toUpperCase()); }

for (const text of ["tea", "café", "🦀!"]) {
  const loud = shout(text);
  let sum = 0;
  for (let i = 0; i < loud.length; i++) sum += (i + 1) * loud.charCodeAt(i);
  exports.report(loud.length, sum);
}
if (!memory.buffer.resizable) throw new TypeError("the buffer is not resizable");
