const square = new Module.Square(3);
console.log(square.tell(), square.side, square instanceof Module.Shape, Module.inspect(square));
const found = Module.asShape();
console.log(found.constructor.name, found.side, found instanceof Module.Square, found.tell());
const shared = Module.sharedShape();
console.log(shared.constructor.name, shared.name());
const Loud = Module.Listener.extend('Listener', {
  __construct() {
    this.__parent.__construct.call(this);
    this.words = [];
  },
  __destruct() {
    console.log('destructed', this.words.join());
    this.__parent.__destruct.call(this);
  },
  heard(what) {
    this.words.push(what.toUpperCase());
  },
  answer(times) {
    return this.words.join().repeat(times) + this.__parent.answer.call(this, times);
  },
});
const loud = new Loud();
console.log(Module.talk(loud), loud.words.length);
const quiet = Module.Listener.implement({ heard() {}, answer: (times) => `quiet ${times}` });
console.log(Module.talk(quiet));
const Half = Module.Listener.extend('Half', { heard() {} });
const half = new Half();
console.log(Module.talk(half));
const deaf = Module.Listener.implement({ answer: () => 'never' });
try {
  deaf.heard('x');
} catch (error) {
  console.log(error.name);
}
for (const each of [square, found, shared, loud, quiet, half, deaf]) each.delete();
