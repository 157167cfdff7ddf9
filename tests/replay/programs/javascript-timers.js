const ticks = new Int32Array(memory.buffer, exports.ticks(), 32);
const later = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
setTimeout(() => ticks.fill(5, 20, 22), 1);
await later(4);
exports.tick(3);
ticks[10] = 11;
await later(1);
console.log(exports.tick(4));
await new Promise((resolve, reject) => {
  setTimeout(() => {
    try {
      ticks[11] = exports.tick(100);
      resolve();
    } catch (error) {
      reject(error);
    }
  });
});
ticks[12] = 6;
setTimeout(() => ticks.set([7, 8, 9], 24));
