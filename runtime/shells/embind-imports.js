// Like program-imports.js, for what Embind's C++ side imports: given out as `embindImports`.
{
  // These need support that the glue is built without: coroutines, JSPI, exceptions thrown from JavaScript into C++.
  const absent = /_i53abi$|_coro_|_await$|_throw$|from_current_cxa_exception$/;
  const names = Object.keys(LibraryManager.library).filter(
    (name) => /^_(embind_(register|finalize|create)|emval)_/.test(name) && !name.includes('__') && !absent.test(name),
  );
  addToLibrary({
    $embindImports: `={ ${names.map((name) => `${name}: _${name}`).join(', ')} }`,
    $embindImports__deps: names,

    // As Emscripten's own, but `Module.noteView` learns of each typed_memory_view that reaches JavaScript.
    _embind_register_memory_view__deps: ['$AsciiToString', '$registerType'],
    _embind_register_memory_view: (rawType, dataTypeIndex, name) => {
      const constructors = [
        Int8Array,
        Uint8Array,
        Int16Array,
        Uint16Array,
        Int32Array,
        Uint32Array,
        Float32Array,
        Float64Array,
        BigInt64Array,
        BigUint64Array,
      ];
      const decode = (handle) => {
        const size = HEAPU32[handle >> 2];
        const data = HEAPU32[(handle >> 2) + 1];
        const view = new constructors[dataTypeIndex](HEAP8.buffer, data, size);
        Module.noteView?.(view);
        return view;
      };
      const type = { name: AsciiToString(name), fromWireType: decode, readValueFromPointer: decode };
      registerType(rawType, type, { ignoreDuplicateRegistrations: true });
    },
  });
}
