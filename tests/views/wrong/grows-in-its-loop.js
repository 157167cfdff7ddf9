// The loop over a view calls what makes memory grow: it ends with an error, and map goes on with undefined.
// expect: detached view at lab.js:7, because of main.cpp:16
// expect: detached view at lab.js:11, because of main.cpp:40
// expect: detached view at lab.js:17, because of main.cpp:40
const table = () => new Int32Array(memory.buffer, exports.numbers(), 4);
try {
  for (const number of table()) exports.work(number);
} catch (error) {
  console.log(error.message);
}
table().map((number) => exports.grow_by(number === 30 ? 1 : 0));
const later = new Uint8Array(memory.buffer);
const numbers = later.values();
numbers.next();
exports.grow_by(1);
try {
  numbers.next();
} catch (error) {
  console.log(error.message);
}
