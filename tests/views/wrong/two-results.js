// After emscripten issue 17524: the second result detaches the first when it is large.
// expect: detached view at lab.js:6, because of main.cpp:7
const small = Module.picture(4);
const large = Module.picture(5 << 20);
try {
  console.log(small.slice().length, large.length);
} catch (error) {
  console.log(error.message);
}
