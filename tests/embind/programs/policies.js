const car = new Module.Car();
const engine = car.engine();
const reference = car.reference();
console.log(engine.power, reference.power, engine.isAliasOf(reference));
engine.power = 250;
console.log(reference.power);
const copied = car.copied();
console.log(copied.power, copied.isAliasOf(engine));
const spare = Module.spare();
car.replace(spare);
console.log(engine.power, Module.powerOf(spare), Module.powerOf(null), String(Module.nobody()));
// The engine and the reference to it belong to the car.
for (const each of [copied, spare, car]) each.delete();
