const first = new Module.Counter(10, 'first');
first.add();
first.add(5);
console.log(first.count, first.raw, first.shown, first.describe(), first.shout(), first.lambda(3));
first.count = 20;
first.raw += 1;
console.log(Module.Counter.read(first), Module.Counter.living(), Module.Counter.alive);
const made = Module.make(3);
const pointer = Module.makePointer(7);
const plain = new Module.Counter(1);
console.log(made.describe(), pointer.describe(), plain.describe(), Module.Counter.alive);
console.log(Module.reset(first), first.count);
const again = first.clone();
console.log(again.isAliasOf(first), first.isAliasOf(made), again === first, first.isDeleted());
first.delete();
console.log(first.isDeleted(), again.isDeleted(), again.describe());
const attempt = (what, run) => {
  try {
    console.log(what, String(run()));
  } catch (error) {
    console.log(what, error.name, error.message);
  }
};
attempt('after delete', () => first.add());
attempt('deleted twice', () => first.delete());
attempt('two many', () => new Module.Counter(1, 'a', 2));
attempt('another class', () => Module.reset({}));
attempt('without new', () => Module.Counter(1));
attempt('read only', () => {
  plain.shown = 'x';
});
again.delete();
made.deleteLater();
pointer.delete();
plain.delete();
console.log(Module.Counter.alive, plain instanceof Module.Counter, plain.constructor.name);
