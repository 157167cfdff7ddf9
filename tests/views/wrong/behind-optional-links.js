// What stands behind a `?.` is an element of a view like any other.
// expect: detached view at lab.js:10, because of main.cpp:16
// expect: detached view at lab.js:11, because of main.cpp:16
// expect: detached view at lab.js:12, because of main.cpp:16
// expect: detached view at lab.js:13, because of main.cpp:16
const lab = { views: [new Int32Array(memory.buffer, exports.numbers(), 4)], get: () => lab };
const none = null;
console.log(lab?.views[0][1], lab?.get?.(0)?.views?.at(0)[1], none?.views[0].length, lab.none?.[0][1].length);
exports.work();
console.log(lab?.views[0][1]);
console.log(lab?.views[0].length);
console.log(lab?.views?.at?.(0)?.[2], lab?.views?.at?.(0)[2]);
console.log((none?.views ?? lab?.views)?.[0][1]);
if (lab?.views[0].length === 0) console.log('detached');
