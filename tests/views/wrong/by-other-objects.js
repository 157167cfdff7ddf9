// Proxies and objects that inherit from a view show what is left of it; so does a class's own super.
// expect: detached view at lab.js:30, because of main.cpp:16
// expect: detached view at lab.js:31, because of main.cpp:16
// expect: detached view at lab.js:32, because of main.cpp:16
// expect: detached view at lab.js:33, because of main.cpp:16
// expect: detached view at lab.js:34, because of main.cpp:16
// expect: detached view at lab.js:35, because of main.cpp:16
// expect: detached view at lab.js:36, because of main.cpp:16
// expect: detached view at lab.js:12, because of main.cpp:16
class Numbers extends Int32Array {
  get count() {
    return super.length;
  }
}
const view = new Numbers(memory.buffer, exports.numbers(), 4);
const asked = [];
const proxy = new Proxy(view, {});
const careful = new Proxy(view, {
  get(target, key) {
    asked.push(key);
    return Reflect.get(target, key);
  },
});
const heir = Object.create(view);
const length = 'length';
console.log(proxy[0], careful[1], heir[0], view.count, view[length], 0 in proxy);
const { 1: second } = careful;
console.log(second, asked.join());
exports.work();
console.log(proxy[0]);
proxy[1] = 5;
console.log(0 in proxy);
console.log(heir[0]);
console.log(view[length]);
console.log(delete view[0]);
console.log(Reflect.get(view, 'byteLength'));
console.log(view.count);
if (view[length] === 0) console.log(asked.length);
