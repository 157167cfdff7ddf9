const into = new Uint8Array(memory.buffer, exports.buffer(), 64);
for (const text of ['grüße', '日本語\0', 'x']) {
  const { written } = new TextEncoder().encodeInto(text, into);
  into[written] = 0;
  console.log(exports.measure());
}
