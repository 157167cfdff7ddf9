console.log(Module.tour());
console.log(Module.iterate([1, 'two', 3n]), Module.iterate(new Set(['a', 'b'])), Module.iterate('xy'));
Module.Player = class {
  constructor(kind, frequency) {
    this.kind = kind;
    this.frequency = frequency;
    this.nested = {};
  }
};
console.log(JSON.stringify(Module.tone()));
const copied = Module.copy([3, 2, 1]);
console.log(copied.size(), copied.get(2));
copied.delete();
console.log(Module.asNumbers(4.25));
console.log([true, false, [1], {}, null, undefined, 'text', 5].map((value) => Module.typed(value)).join());
console.log(
  Module.spread(Math.max, [4, 8, 6]),
  Module.withType((count) => 'ab'.repeat(count)),
);
try {
  Module.iterate(3);
} catch (error) {
  console.log(error.name);
}
