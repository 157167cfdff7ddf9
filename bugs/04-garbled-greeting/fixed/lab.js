function greet(hour) {
  const text = exports.greeting(hour);
  const bytes = new Uint8Array(memory.buffer, text, 32);
  const end = bytes.indexOf(0);
  const greeting = String.fromCharCode(...bytes.slice(0, end));
  exports.release(text);
  return greeting;
}

console.log(greet(9));
