// fails: output "40 bytes, sum 120\n5000 bytes, sum 10000\n200000 bytes, sum 200000\n"
const chunks = [[40, 3], [5_000, 2], [200_000, 1]].map(([length, value]) => new Uint8Array(length).fill(value));

const reader = new Module.Reader();
try {
  reader.readAll((room) => {
    const chunk = chunks.shift();
    if (!chunk) return 0;
    if (chunk.length > room.length) reader.expect(chunk.length);
    for (let index = 0; index < 48; index++) room[index] = chunk[index];
    return chunk.length;
  });
} finally {
  reader.delete();
}
