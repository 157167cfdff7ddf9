const encoder = new TextEncoder();

function check(text) {
  if (text.length > exports.longest()) throw new RangeError("too long: " + text);
}

function printVowels(text) {
  try {
    check(text);
  } catch (error) {
    console.log(error.message);
    return;
  }
  const bytes = encoder.encode(text);
  const block = exports.allocate(bytes.length);
  new Uint8Array(memory.buffer, block, bytes.length).set(bytes);
  exports.print_vowels(block, bytes.length);
  exports.release(block);
}

for (const text of ["memory", "heap", "fragmentation", "stack"]) printVowels(text);
