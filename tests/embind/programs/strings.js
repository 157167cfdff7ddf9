console.log(Module.shout('a text that does not fit into the string itself'), Module.bytes('Zoë €😀'));
console.log(Module.wide('abc€'), Module.units('😀'), Module.points('😀x'), Module.length('😀'));
console.log(
  JSON.stringify(Module.holes()),
  Module.length(new Uint8Array([1, 0, 255])),
  Module.bytes(new Uint8Array([0xc3, 0x28])),
);
console.log(Module.length(new Int8Array(3)), Module.length(new Uint8ClampedArray(4)));
console.log(JSON.stringify(Module.shout('a\0b')));
try {
  Module.shout(12);
} catch (error) {
  console.log(error.name, error.message);
}
