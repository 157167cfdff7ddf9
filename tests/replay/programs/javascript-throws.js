console.log(Module.around((n) => n + 40, 1));
for (const at of [2, 4]) {
  try {
    Module.around(() => {
      throw new Error('no answer');
    }, at);
  } catch (error) {
    console.log(error.message);
  }
}
console.log(Module.read(2), Module.read(7));
console.log(Module.around((n) => Module.read(n), 0));
