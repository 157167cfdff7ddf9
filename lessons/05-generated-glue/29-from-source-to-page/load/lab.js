const file = () => new Uint8Array(memory.buffer, exports.file_address(), exports.file_size());
const reply = (type) => new Response(file(), { headers: { 'Content-Type': type } });

for (const type of ['text/plain', 'application/octet-stream', 'application/wasm; charset=utf-8', 'application/wasm']) {
  try {
    await WebAssembly.compileStreaming(reply(type));
    console.log(`${type}: compiled`);
  } catch (error) {
    console.log(`${type}: ${error.name}`);
  }
}

const refused = reply('text/plain');
const module = await WebAssembly.compileStreaming(refused).catch(async (error) => {
  if (!refused.ok || refused.bodyUsed) throw error;
  return WebAssembly.compile(await refused.arrayBuffer());
});
const names = WebAssembly.Module.exports(module).map(({ name }) => name);
console.log('the module exports', names.join(', '));

const start = async () => {
  const { exports: started } = await WebAssembly.instantiate(module);
  started._initialize();
  return started;
};
const first = await start();
const second = await start();
first.set_colour(255, 90, 60);
second.set_colour(60, 140, 255);

canvas.width = 64;
canvas.height = 32;
const context = canvas.getContext('2d');
const draw = (rings, width, x) => {
  const address = rings.paint(width);
  const pixels = new Uint8ClampedArray(rings.memory.buffer, address, 4 * 32 * 32);
  context.putImageData(new ImageData(pixels, 32, 32), x, 0);
  return address;
};
console.log('two pictures at', draw(first, 24, 0), 'and', draw(second, 60, 32));
console.log('one memory?', first.memory === second.memory);

const zipped = reply('application/wasm').body.pipeThrough(new CompressionStream('gzip'));
console.log((await new Response(zipped).arrayBuffer()).byteLength);
