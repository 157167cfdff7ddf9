const chunks = [[40, 3], [5_000, 2], [200_000, 1]].map(([length, value]) => new Uint8Array(length).fill(value));

function roomFor(reader, length) {
  reader.expect(length);
  return reader.room();
}

const reader = new Module.Reader();
try {
  reader.readAll((given) => {
    const chunk = chunks.shift();
    if (!chunk) return 0;
    const room = given.length >= chunk.length ? given : roomFor(reader, chunk.length);
    room.set(chunk);
    return chunk.length;
  });
} finally {
  reader.delete();
}
