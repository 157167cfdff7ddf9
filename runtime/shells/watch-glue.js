// biome-ignore-all lint/correctness/noInvalidUseBeforeDeclaration: the glue declares these
// biome-ignore-all lint/suspicious/noFunctionAssign: putting others in their place is the purpose
// Put behind the glue. Where a run is recorded, the host learns of the functions that copy between JavaScript and memory,
// of those that scripts call, and of what Embind makes callable: each is replaced by one that calls it and tells.
if (Module.watchGlue) {
  const watch = Module.watchGlue;
  const watchViews = Module.watchGlueViews;
  delete Module.watchGlue;
  delete Module.watchGlueViews;
  stringToUTF8Array = watch('stringToUTF8Array', stringToUTF8Array);
  stringToUTF16 = watch('stringToUTF16', stringToUTF16);
  stringToUTF32 = watch('stringToUTF32', stringToUTF32);
  stringToAscii = watch('stringToAscii', stringToAscii);
  writeArrayToMemory = watch('writeArrayToMemory', writeArrayToMemory);
  UTF8ArrayToString = watch('UTF8ArrayToString', UTF8ArrayToString);
  UTF16ToString = watch('UTF16ToString', UTF16ToString);
  UTF32ToString = watch('UTF32ToString', UTF32ToString);
  AsciiToString = watch('AsciiToString', AsciiToString);
  stringToUTF8OnStack = watch('stringToUTF8OnStack', stringToUTF8OnStack);
  Module.stringToUTF8 = stringToUTF8 = watch('stringToUTF8', stringToUTF8);
  Module.stringToNewUTF8 = stringToNewUTF8 = watch('stringToNewUTF8', stringToNewUTF8);
  Module.UTF8ToString = UTF8ToString = watch('UTF8ToString', UTF8ToString);
  Module.ccall = ccall = watch('ccall', ccall);
  if (typeof craftInvokerFunction === 'function') {
    craftInvokerFunction = watch('craftInvokerFunction', craftInvokerFunction);
    embind__requireFunction = watch('embind__requireFunction', embind__requireFunction);
  }
  const updateViews = updateMemoryViews;
  updateMemoryViews = () => {
    updateViews();
    watchViews([HEAP8, HEAPU8, HEAP16, HEAPU16, HEAP32, HEAPU32, HEAP64, HEAPU64, HEAPF32, HEAPF64]);
  };
  updateMemoryViews();
}
