// After dcodeIO/webassembly issue 19: a function that reads texts through a view of its own fails when memory has grown.
// expect: detached view at lab.js:6, because of lab.js:9
const bytes = new Uint8Array(memory.buffer);
function readText(at) {
  let text = '';
  for (let i = at; bytes[i] > 0; i++) text += String.fromCharCode(bytes[i]);
  return text;
}
memory.grow(2);
console.log(`"${readText(exports.numbers())}"`);
