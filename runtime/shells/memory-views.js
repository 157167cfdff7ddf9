// A library for emcc: which buffer the glue's views of memory (HEAP8 and so on) are made of. It is built with
// -sGROWABLE_ARRAYBUFFERS=1, so that it copies where functions of the browser refuse resizable buffers; whether the
// buffer is one, the host decides before the glue begins, and scripts may at any time.
addToLibrary({
  // Emscripten's own would make each one resizable.
  $getMemoryBuffer: () => wasmMemory.buffer,
  // To be called when memory has got another buffer. Emscripten's own expects none after a resizable one.
  $renewMemoryViews__deps: ['$getMemoryBuffer'],
  $renewMemoryViews: () => {
    HEAP8 = undefined;
    updateMemoryViews();
  },
  // As Emscripten's own for shared memory: it has no copy for resizable buffers, which the browser refuses just as well.
  $initRandomFill: () => (view) => {
    view.set(crypto.getRandomValues(new Uint8Array(view.byteLength)));
    return 0;
  },
});
