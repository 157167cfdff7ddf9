const encoder = new TextEncoder();

function check(text) {
  if (text.length > exports.longest()) throw new RangeError("too long: " + text);
}

function withBlock(bytes, use) {
  const block = exports.allocate(bytes.length);
  try {
    new Uint8Array(memory.buffer, block, bytes.length).set(bytes);
    use(block);
  } finally {
    exports.release(block);
  }
}

function printVowels(text) {
  const bytes = encoder.encode(text);
  try {
    withBlock(bytes, (block) => {
      check(text);
      exports.print_vowels(block, bytes.length);
    });
  } catch (error) {
    console.log(error.message);
  }
}

for (const text of ["memory", "heap", "fragmentation", "stack"]) printVowels(text);
