// After miniaudio issue 1114: a callback keeps its view of the samples, and the sum becomes NaN when memory has grown.
// expect: detached view at main.cpp:7, because of main.cpp:14
exports.frame(16);
exports.frame(20 << 20);
