// What Reflect and Object do by a key tells as little as the syntax does.
// expect: detached view at lab.js:11, because of main.cpp:16
// expect: detached view at lab.js:12, because of main.cpp:16
// expect: detached view at lab.js:13, because of main.cpp:16
// expect: detached view at lab.js:14, because of main.cpp:16
// expect: detached view at lab.js:15, because of main.cpp:16
// expect: detached view at lab.js:16, because of main.cpp:16
const view = new Int32Array(memory.buffer, exports.numbers(), 4);
console.log(Reflect.get(view, 0), Reflect.has(view, 0), Object.hasOwn(view, 0));
exports.work();
console.log(Reflect.get(view, 0));
console.log(Reflect.set(view, 0, 5));
console.log(Reflect.has(view, 0));
console.log(Reflect.ownKeys(view).length);
console.log(Object.hasOwn(view, '0'));
console.log(Object.hasOwn(view, 0));
console.log(Reflect.has(view, 'set'), Object.hasOwn(view, 'name'), Reflect.get(view, 'buffer') === memory.buffer);
