// After AssemblyScript issue 2778: bindings that keep one DataView from their beginning on.
// expect: detached view at lab.js:9, because of lab.js:12
class Bindings {
  constructor(memory) {
    this.memory = memory;
    this.view = new DataView(memory.buffer);
  }
  store(at, value) {
    this.view.setUint32(at, value, true);
  }
}
const grow = () => memory.grow(1);
const bindings = new Bindings(memory);
const at = exports.numbers();
bindings.store(at, 1);
grow();
try {
  bindings.store(at + 4, 2);
} catch (error) {
  console.log(error.message);
}
