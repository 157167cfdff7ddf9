console.log(Module.middle([0, 2], [4, 6]).join());
console.log(JSON.stringify(Module.older({ name: 'Zoë', age: 41, at: [1, 2], scores: [7, 8, 9] })));
console.log(Module.wide().width, Module.widthOf({ width: 12 }));
console.log(Module.next(Module.Size.SMALL) === Module.Size.MEDIUM, Module.next(Module.Size.LARGE).value);
console.log(
  Module.asNumber(Module.Flag.ON),
  Module.Size.LARGE.constructor.name,
  Module.Size.MEDIUM instanceof Module.Size,
);
const attempt = (run) => {
  try {
    console.log(String(run()));
  } catch (error) {
    console.log(error.name, error.message);
  }
};
attempt(() => Module.middle([1], [2, 3]));
attempt(() => Module.older({ name: 'x' }));
attempt(() => Module.widthOf(3));
