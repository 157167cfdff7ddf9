const words = new Int32Array(memory.buffer, exports.at(0), 64);
Atomics.store(words, 0, 7);
Atomics.add(words, 1, 8);
exports.twice();
Atomics.sub(words, 2, 8);
Atomics.exchange(words, 3, Atomics.compareExchange(words, 0, 14, -14));
Atomics.or(words, 4, 0xff00);
exports.twice();
console.log(words.join());
