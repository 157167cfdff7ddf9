// fails: largest-copy <= 10
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
    exports.capitals(address, bytes.length);
    const copy = new Uint8Array(memory.buffer).slice();
    return decoder.decode(copy.subarray(address, address + bytes.length));
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

let seed = 20;
function upTo(most) {
  seed = (seed * 48271) % 2147483647;
  return seed % (most + 1);
}

// Thirty more, of what C++ changes and of letters that it must leave alone. Nobody but C++ knows where its digits begin.
const letters = ["a", "m", "z", "A", "Z", "#", "`", "{", "é", "ß", "\uFEFF", "\0", "€", "🦀"];
let wrong = 0;
for (let test = 0; test < 30; test++) {
  const text = Array.from({ length: test % 5 }, () => letters[upTo(letters.length - 1)]).join("") + "#".repeat(test % 2);
  let digit = Math.floor(Math.random() * 10);
  exports.count_from(digit);
  const expected = text.replace(/[amz]/g, (letter) => letter.toUpperCase()).replace(/#/g, () => digit++ % 10);
  const loud = shout(text);
  if (loud === expected) continue;
  wrong++;
  console.log(JSON.stringify(text), "came back as", JSON.stringify(loud), "instead of", JSON.stringify(expected));
}
if (wrong > 0) throw new Error(`${30 - wrong} of 30 texts came back right`);
