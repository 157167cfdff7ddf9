function readText(address) {
  const bytes = new Uint8Array(memory.buffer, address);
  return new TextDecoder().decode(bytes.slice(0, bytes.indexOf(0)));
}

const doc = exports.open_document(3);
const text = exports.preview(doc);
console.log('preview:', readText(text));
exports.release(text);
exports.close_document(doc);
