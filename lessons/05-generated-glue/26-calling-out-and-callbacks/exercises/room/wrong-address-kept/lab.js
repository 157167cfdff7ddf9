// fails: finishes
const chunks = [[40, 3], [5_000, 2], [200_000, 1]].map(([length, value]) => new Uint8Array(length).fill(value));

const reader = new Module.Reader();
try {
  reader.readAll((room) => {
    const chunk = chunks.shift();
    if (!chunk) return 0;
    const { byteOffset } = room;
    if (chunk.length > room.length) reader.expect(chunk.length);
    new Uint8Array(memory.buffer, byteOffset, chunk.length).set(chunk);
    return chunk.length;
  });
} finally {
  reader.delete();
}
