// After emscripten issue 6747: a function is given memory to fill, and detaches the view of it by what it allocates itself.
// expect: detached view at lab.js:5, because of main.cpp:12
const view = Module.bytes();
Module.writeData();
console.log([view[0], view[1]].join());
