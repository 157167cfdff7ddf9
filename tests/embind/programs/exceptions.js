for (let how = 0; how < 4; how++) {
  try {
    Module.fail(how);
  } catch (error) {
    console.log(Module.getExceptionMessage(error).map(String).join(': '));
    Module.incrementExceptionRefcount(error);
    Module.decrementExceptionRefcount(error);
  }
}
console.log(Module.around(() => {}));
console.log(Module.around(() => Module.fail(0)));
try {
  console.log(
    Module.around(() => {
      throw new RangeError('from JavaScript');
    }),
  );
} catch (error) {
  console.log(error.name, error.message);
}
try {
  console.log(Module.throwsValue(new TypeError('thrown by C++')));
} catch (error) {
  console.log(error.name, error.message);
}
