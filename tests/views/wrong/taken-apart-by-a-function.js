// A function takes the view apart where it names its parameters: the call is to blame.
// expect: detached view at lab.js:14, because of main.cpp:16
// expect: detached view at lab.js:15, because of main.cpp:16
function count({ length = 0 }) {
  return length;
}
async function first({ 0: value, ...others }) {
  return [value, others];
}
const kind = ({ buffer }) => typeof buffer;
const view = new Int32Array(memory.buffer, exports.numbers(), 4);
console.log(count(view), await first(view), kind(view));
exports.work();
console.log(kind(view), count(view));
console.log(await first(view));
