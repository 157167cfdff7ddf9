function greet(hour) {
  const text = exports.greeting(hour);
  const bytes = new Uint8Array(memory.buffer, text, 32);
  const end = bytes.indexOf(0);
  exports.release(text);
  return String.fromCharCode(...bytes.slice(0, end));
}

console.log(greet(9));
