// After JavaScriptKit pull request 153: the view is there before the room that it copies to.
// expect: detached view at lab.js:6, because of main.cpp:8
const write = (bytes) => {
  const all = new Uint8Array(memory.buffer);
  const p = exports.reserve(bytes.length);
  all.set(bytes, p);
  return p;
};
try {
  write(new Uint8Array(20 << 20));
} catch (error) {
  console.log(error.message);
}
