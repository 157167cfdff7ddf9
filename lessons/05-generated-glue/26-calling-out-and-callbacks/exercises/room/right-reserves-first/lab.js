const chunks = [[40, 3], [5_000, 2], [200_000, 1]].map(([length, value]) => new Uint8Array(length).fill(value));

const reader = new Module.Reader();
try {
  reader.expect(Math.max(...chunks.map(({ length }) => length)));
  reader.readAll((room) => {
    const chunk = chunks.shift();
    if (!chunk) return 0;
    room.set(chunk);
    return chunk.length;
  });
} finally {
  reader.delete();
}
