// fails: no-stale-view
const chunks = [[40, 3], [5_000, 2], [200_000, 1]].map(([length, value]) => new Uint8Array(length).fill(value));

const reader = new Module.Reader();
try {
  reader.readAll((room) => {
    const chunk = chunks.shift();
    if (!chunk) return 0;
    if (chunk.length > room.length) reader.expect(chunk.length);
    if (room.length < chunk.length) room = reader.room();
    room.set(chunk);
    return chunk.length;
  });
} finally {
  reader.delete();
}
