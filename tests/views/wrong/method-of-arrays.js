// Methods of arrays take anything that has a length, and a detached view for an empty array.
// expect: detached view at lab.js:8, because of main.cpp:16
// expect: detached view at lab.js:9, because of main.cpp:16
// expect: detached view at lab.js:10, because of main.cpp:16
const view = new Int32Array(memory.buffer, exports.numbers(), 4);
console.log(Array.prototype.indexOf.call(view, 40), [...Array.prototype.keys.call(view)].length);
exports.work();
console.log(Array.prototype.indexOf.call(view, 40));
Array.prototype.forEach.call(view, (each) => console.log(each));
console.log(typeof Array.prototype.keys.call(view));
