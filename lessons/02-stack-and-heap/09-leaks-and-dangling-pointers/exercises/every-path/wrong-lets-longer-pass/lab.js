// fails: unchanged lab.js from "function check(text) {" to "throw new RangeError"
const encoder = new TextEncoder();

function check(text) {
  if (text.length > exports.longest() + 1) throw new RangeError("too long: " + text);
}

function printVowels(text) {
  const bytes = encoder.encode(text);
  const block = exports.allocate(bytes.length);
  try {
    check(text);
    new Uint8Array(memory.buffer, block, bytes.length).set(bytes);
    exports.print_vowels(block, bytes.length);
  } catch (error) {
    console.log(error.message);
  } finally {
    exports.release(block);
  }
}

for (const text of ["memory", "heap", "fragmentation", "stack"]) printVowels(text);
