const chunks = [[40, 3], [5_000, 2], [200_000, 1]].map(([length, value]) => new Uint8Array(length).fill(value));

const reader = new Module.Reader();
try {
  reader.readAll(() => {
    const chunk = chunks.shift();
    if (!chunk) return 0;
    reader.expect(chunk.length);
    reader.room().set(chunk);
    return chunk.length;
  });
} finally {
  reader.delete();
}
