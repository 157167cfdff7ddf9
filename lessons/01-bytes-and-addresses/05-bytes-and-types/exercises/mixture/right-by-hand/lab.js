const address = exports.record_address();
const bytes = new Uint8Array(memory.buffer, address, 10);
const id = bytes[0] + 256 * bytes[1];
const [size] = new Float32Array(bytes.slice(2, 6).buffer);
const change = bytes[6] | (bytes[7] << 8) | (bytes[8] << 16) | (bytes[9] << 24);
console.log(id, size, change);
exports.check(id, size, change);
