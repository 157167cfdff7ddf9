// After qemu-wasm issue 47: JavaScript between C++ makes a DataView of the heap, allocates, and reads.
// expect: detached view at main.cpp:10, because of main.cpp:4
try {
  exports.read();
} catch (error) {
  console.log(error.message);
}
