// biome-ignore-all lint/correctness/noUndeclaredVariables: the glue declares these
// Put behind the glue of Embind. Emscripten's own assigns `other.$$` to itself, which throws in a module, as the glue is one,
// where the other is a clone. A program that is no module is told `true`.
ClassHandle.prototype.isAliasOf = function (other) {
  const rootOf = ({ $$: { ptr, ptrType } }) => {
    let [address, { registeredClass }] = [ptr, ptrType];
    for (; registeredClass.baseClass; registeredClass = registeredClass.baseClass) {
      address = registeredClass.upcast(address);
    }
    return { address, registeredClass };
  };
  if (!(this instanceof ClassHandle && other instanceof ClassHandle)) return false;
  const [one, two] = [rootOf(this), rootOf(other)];
  return one.registeredClass === two.registeredClass && one.address === two.address;
};
