// Patterns in arrows, generators, loops, catch clauses and in other patterns take a view apart as well.
// expect: detached view at lab.js:18, because of main.cpp:16
// expect: detached view at lab.js:19, because of main.cpp:16
// expect: detached view at lab.js:20, because of main.cpp:16
// expect: detached view at lab.js:21, because of main.cpp:16
// expect: detached view at lab.js:24, because of main.cpp:16
// expect: detached view at lab.js:26, because of main.cpp:16
// expect: detached view at lab.js:28, because of main.cpp:16
// expect: detached view at lab.js:30, because of main.cpp:16
const view = new Int32Array(memory.buffer, exports.numbers(), 4);
const count = ({ length }) => length;
const first = ({ 0: value = 5 }, ...[{ length: others }]) => value + others;
function* each({ length }) {
  yield length;
}
console.log(count(view), first(view, []), each(view).next().value);
exports.work();
console.log(count(view));
console.log(first(view, []));
console.log(each(view).next().value);
const {
  numbers: { length },
} = { numbers: view };
for (const { byteLength } of [view]) console.log(byteLength, length);
try {
  throw view;
} catch ({ 0: _thrown }) {
  ({ ...[].rest } = view);
}
await Promise.resolve(view).then(({ length: none }) => none);
