console.log(await Module.twice(Promise.resolve(21)));
console.log(await Module.chain(async (index) => `step ${index}`, 3));
try {
  await Module.twice(Promise.reject(new RangeError('no number')));
} catch (error) {
  console.log(error.name, error.message);
}
try {
  await Module.fails(Promise.resolve(1));
} catch (error) {
  console.log(error instanceof WebAssembly.Exception);
}
