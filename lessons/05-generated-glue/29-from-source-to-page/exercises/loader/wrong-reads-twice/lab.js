// fails: finishes
const modules = new Map();

async function compile(path) {
  const response = await fetchFile(path);
  const bytes = await response.arrayBuffer();
  try {
    return await WebAssembly.compileStreaming(response);
  } catch {
    return WebAssembly.compile(await response.arrayBuffer());
  }
}

function load(path) {
  if (!modules.has(path)) modules.set(path, compile(path));
  return modules.get(path);
}

async function start(path) {
  const instance = await WebAssembly.instantiate(await load(path));
  instance.exports._initialize();
  return instance.exports;
}

// Leave the rest as it is.
const fetchFile = async (path) => {
  const address = exports.send(path === "rings.wasm" ? 0 : 1);
  const bytes = new Uint8Array(memory.buffer, address, exports.file_size());
  const type = path === "rings.wasm" ? "text/plain" : "application/wasm";
  return new Response(bytes, { headers: { "Content-Type": type } });
};

const { compileStreaming, instantiateStreaming } = WebAssembly;
const counted = (stream) => async (...given) => {
  const made = await stream(...given);
  exports.note_streamed();
  return made;
};
WebAssembly.compileStreaming = counted(compileStreaming);
WebAssembly.instantiateStreaming = counted(instantiateStreaming);
const unwatched = () => Object.assign(WebAssembly, { compileStreaming, instantiateStreaming });

const paths = ["rings.wasm", "rings.wasm", "rings.bin", "rings.bin"];
const rings = await Promise.all(paths.map(start)).finally(unwatched);
const [once, again] = [await load("rings.bin"), await load("rings.bin")];
if (once === again) exports.note_kept();

const reds = [255, 60, 80, 250];
const blues = [60, 255, 90, 50];
for (const [i, { set_colour }] of rings.entries()) set_colour(reds[i], 140, blues[i]);
Module.handOver(rings);

canvas.width = 128;
canvas.height = 32;
for (const [i, { memory, paint }] of rings.entries()) {
  const pixels = new Uint8ClampedArray(memory.buffer, paint(20 + 30 * i), 4 * 32 * 32);
  canvas.getContext("2d").putImageData(new ImageData(pixels, 32, 32), 32 * i, 0);
}
