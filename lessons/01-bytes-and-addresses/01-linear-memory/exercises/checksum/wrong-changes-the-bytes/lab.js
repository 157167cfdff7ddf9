// fails: bytes inbox = 48 65 6C 6C 6F 00
const address = exports.inbox_address();
const inbox = new Uint8Array(memory.buffer, address, 16);

inbox.set([100, 100, 100, 100, 100]);
console.log("sum", exports.checksum(address, 5));
