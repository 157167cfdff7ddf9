// After conway issue 485: an object that keeps the heap copies numbers into memory that a later call has made grow.
// expect: detached view at lab.js:7, because of main.cpp:16
class Numbers {
  heap = Module.HEAPF64;
  copy(values) {
    const p = exports.reserve(values.length * 8);
    this.heap.subarray(p >> 3, (p >> 3) + values.length).set(values);
    return p;
  }
}
const numbers = new Numbers();
exports.release(numbers.copy([1, 2]));
exports.work();
try {
  numbers.copy([3, 4]);
} catch (error) {
  console.log(error.message);
}
