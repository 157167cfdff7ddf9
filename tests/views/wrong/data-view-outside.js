// A DataView over four numbers is asked for a fifth.
// expect: outside of a view at lab.js:5
const view = new DataView(memory.buffer, exports.numbers(), 16);
try {
  view.getInt32(16, true);
} catch (error) {
  console.log(error.message);
}
