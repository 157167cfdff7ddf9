for (let clip = 0; clip < 3; ++clip) {
  const record = new DataView(memory.buffer, Module.summarise(clip), 32);
  Module.show(
    record.getUint32(0, true),
    record.getFloat32(4, true),
    record.getFloat32(8, true),
    record.getFloat64(16, true),
    record.getUint32(24, true),
  );
}
