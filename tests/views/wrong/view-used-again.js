// After emscripten pull request 14196, which mends its documentation: a view that was right before a call is used behind it.
// expect: detached view at lab.js:5, because of main.cpp:40
const p = exports.numbers();
const someView = Module.HEAPU8.subarray(p, p + 4);
const compute = (view) => view.reduce((sum, each) => sum + each, 0);
console.log(compute(someView));
exports.grow_by(1);
try {
  console.log(compute(someView));
} catch (error) {
  console.log(error.message);
}
