console.log(Module.mix(1, 2, 0.5), Module.area(4), Module.area(4, 5), Module.wrapping(0), Module.twice(21));
console.log(String(Module.large(2n ** 40n)), Module.both(true, false), Module.letter(2), Module.total(0.1, 0.2));
console.log(Module.LIMIT, Module.RATIO, Module.TITLE, Module.OPEN);
console.log(Module.narrow.name, Module.narrow.length);
const attempt = (what, run) => {
  try {
    console.log(what, String(run()));
  } catch (error) {
    console.log(what, error.name, error.message);
  }
};
attempt('too large', () => Module.narrow(300));
attempt('a text', () => Module.mix('one', 2, 3));
attempt('no bigint', () => Module.large(1));
