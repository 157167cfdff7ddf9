// fails: output "40 bytes, sum 120\n5000 bytes, sum 10000\n200000 bytes, sum 200000\n"
const chunks = [[40, 3], [5_000, 2], [200_000, 1]].map(([length, value]) => new Uint8Array(length).fill(value));

const reader = new Module.Reader();
try {
  reader.readAll((room) => {
    const chunk = chunks.shift();
    if (!chunk) return 0;
    const { byteOffset } = room;
    if (chunk.length > room.length) reader.expect(chunk.length);
    new Uint8Array(memory.buffer, byteOffset, Math.min(chunk.length, 48)).set(chunk.subarray(0, 48));
    return chunk.length;
  });
} finally {
  reader.delete();
}
