// fails: output "3, 417\n4, 1339\n3, 168865\n"
memory.toResizableBuffer();
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function shout(text) {
  const bytes = encoder.encode(text);
  const address = exports.allocate(bytes.length);
  if (address === 0) throw new RangeError("out of memory");
  try {
    const view = new Uint8Array(memory.buffer, address, bytes.length);
    view.set(bytes);
    const copy = view.slice();
    exports.capitals(address, bytes.length);
    return decoder.decode(copy);
  } finally {
    exports.release(address);
  }
}

for (const text of ["tea", "café", "🦀!"]) {
  const loud = shout(text);
  let sum = 0;
  for (let i = 0; i < loud.length; i++) sum += (i + 1) * loud.charCodeAt(i);
  exports.report(loud.length, sum);
}
if (!memory.buffer.resizable) throw new TypeError("the buffer is not resizable");
